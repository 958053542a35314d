//! What tells that a text is a program with a request in it, and in which language.

use memchr::memmem;

use crate::import::code::{JAVASCRIPT, Language, PROGRAMS, PYTHON};
use crate::import::found::Form;

/// Names that only a script with a request holds, and the language that they are of, where that is one.
static SIGNS: &[(&str, Option<&Language>)] = &[
    ("fetch(", Some(&JAVASCRIPT)),
    ("ofetch(", Some(&JAVASCRIPT)),
    ("axios", Some(&JAVASCRIPT)),
    ("requests.", Some(&PYTHON)),
    ("http.client", Some(&PYTHON)),
    ("urllib", Some(&PYTHON)),
    ("httpx.", Some(&PYTHON)),
    ("aiohttp", Some(&PYTHON)),
    (".ajax(", Some(&JAVASCRIPT)),
    ("$.get(", Some(&JAVASCRIPT)),
    ("$.post(", Some(&JAVASCRIPT)),
    ("XMLHttpRequest", Some(&JAVASCRIPT)),
    ("wx.request(", Some(&JAVASCRIPT)),
    ("uni.request(", Some(&JAVASCRIPT)),
    ("got(", Some(&JAVASCRIPT)),
    ("got.post(", Some(&JAVASCRIPT)),
    ("got.put(", Some(&JAVASCRIPT)),
    ("got.get(", Some(&JAVASCRIPT)),
    ("got.extend(", Some(&JAVASCRIPT)),
    ("ky(", Some(&JAVASCRIPT)),
    ("ky.post(", Some(&JAVASCRIPT)),
    ("ky.put(", Some(&JAVASCRIPT)),
    ("ky.get(", Some(&JAVASCRIPT)),
    ("ky.create(", Some(&JAVASCRIPT)),
    ("ky.extend(", Some(&JAVASCRIPT)),
    ("undici", Some(&JAVASCRIPT)),
    ("superagent", Some(&JAVASCRIPT)),
    ("require(\"https\")", Some(&JAVASCRIPT)),
    ("https.request(", Some(&JAVASCRIPT)),
    ("require('https')", Some(&JAVASCRIPT)),
    ("request(", None),
    ("session.post(", None),
    ("client.post(", None),
    ("setRequestHeader(", Some(&JAVASCRIPT)),
];

/// Names that only a program with a request holds, and its language.
static CALLS: &[(&str, Form)] = &[
    ("<?php", Form::Php),
    ("curl_init(", Form::Php),
    ("curl_setopt", Form::Php),
    ("GuzzleHttp", Form::Php),
    ("HTTP_Request2", Form::Php),
    ("stream_context_create(", Form::Php),
    ("Http::", Form::Php),
    ("$client->", Form::Php),
    ("OkHttpClient", Form::Java),
    ("Request.Builder()", Form::Java),
    ("HttpRequest.newBuilder(", Form::Java),
    ("HttpRequest.post(", Form::Java),
    ("HttpRequest.get(", Form::Java),
    ("HttpUtil.", Form::Java),
    ("Unirest.", Form::Java),
    ("new HttpPost(", Form::Java),
    ("new HttpGet(", Form::Java),
    ("HttpURLConnection", Form::Java),
    ("RestTemplate", Form::Java),
    ("toRequestBody(", Form::Kotlin),
    ("io.ktor", Form::Kotlin),
    ("http.NewRequest", Form::Go),
    ("http.Post(", Form::Go),
    ("http.Get(", Form::Go),
    ("go-resty", Form::Go),
    ("resty.New(", Form::Go),
    ("HttpRequestMessage", Form::CSharp),
    ("new HttpClient", Form::CSharp),
    ("RestClient(", Form::CSharp),
    ("RestRequest(", Form::CSharp),
    ("PostAsync(", Form::CSharp),
    ("PostAsJsonAsync(", Form::CSharp),
    ("HttpWebRequest", Form::CSharp),
    ("URLRequest(", Form::Swift),
    ("AF.request(", Form::Swift),
    ("Net::HTTP", Form::Ruby),
    ("Faraday", Form::Ruby),
    ("HTTParty", Form::Ruby),
    ("RestClient.", Form::Ruby),
    ("Uri.parse(", Form::Dart),
    ("http.Request('", Form::Dart),
    ("Dio()", Form::Dart),
    ("package:http/", Form::Dart),
    ("package:dio/", Form::Dart),
];

/// Words of Kotlin, where a library is Java's as well.
const KOTLIN: [&str; 4] = ["val ", "fun ", "toRequestBody(", "import okhttp3.MediaType.Companion"];

/// Where the first sign of a program that sends a request stands.
pub(crate) fn begins(text: &str) -> Option<usize> {
    let scripts = SIGNS.iter().filter_map(|(sign, _)| word(text, sign)).min();
    let programs = CALLS.iter().filter_map(|(sign, _)| word(text, sign)).min();
    scripts.into_iter().chain(programs).min()
}

/// The language of a program that puts its request together call by call, where the first sign is of one.
pub(super) fn program(text: &str) -> Option<&'static Language> {
    let found = CALLS.iter().filter_map(|(sign, form)| Some((word(text, sign)?, *form)));
    let (at, form) = found.min_by_key(|(at, _)| *at)?;
    let other = SIGNS.iter().filter(|(_, language)| language.is_some()).filter_map(|(sign, _)| word(text, sign)).min();
    // A script's own sign comes first.
    if other.is_some_and(|other| other < at) {
        return None;
    }
    let form = if form == Form::Java && KOTLIN.iter().any(|sign| text.contains(sign)) { Form::Kotlin } else { form };
    PROGRAMS.iter().copied().find(|language| language.form == form)
}

/// Where a sign stands that is no end of another word.
fn word(text: &str, sign: &str) -> Option<usize> {
    let is_word = |at: &usize| {
        !sign.starts_with(|char: char| char.is_ascii_lowercase())
            || !text[..*at].ends_with(|char: char| char.is_alphanumeric() || char == '_')
    };
    memmem::find_iter(text.as_bytes(), sign).find(is_word)
}

/// The language of a script: by its first sign that is of one, or else by its words.
pub(super) fn language(text: &str) -> &'static Language {
    let found = SIGNS.iter().filter_map(|(sign, language)| Some((word(text, sign)?, (*language)?)));
    let first = found.min_by_key(|(at, _)| *at).map(|(_, language)| language);
    first.unwrap_or(if is_javascript(text) { &JAVASCRIPT } else { &PYTHON })
}

/// Whether a script has words of JavaScript's.
pub(super) fn is_javascript(text: &str) -> bool {
    ["const ", "var ", "let ", "=>", "function", "axios", "JSON.stringify"].iter().any(|sign| text.contains(sign))
}
