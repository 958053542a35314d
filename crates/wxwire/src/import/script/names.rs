//! What the names of many libraries say of a request: one table for calls, and one for members, named arguments and
//! properties.

/// What a call does for a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Does {
    /// Its arguments say what they are: a method, an address, options, a body.
    Requests,
    /// The same, of which the address is one that others are added to.
    Connects,
    /// The address.
    Addresses,
    Method,
    /// A name and its value, or a map or list of them.
    Headers,
    Body,
    /// A query's name and value.
    Query,
    /// `setopt(NAME, value)`: an argument names what the next one is.
    Option,
    /// The request leaves.
    Sends,
}

/// What a member says of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Says {
    Address,
    Base,
    Method,
    Headers,
    Body,
    /// A body, but as a form where it is a map.
    Form,
    Query,
    /// Further members.
    Options,
    /// A file, which is told as left out.
    LeftOut,
    /// Who sends it, by a password or what stands for one: left out too, and not shown.
    Secret,
}

/// Calls, by the last part of their names, in small letters.
static CALLS: &[(&[&str], Does)] = &[
    (
        &[
            "request",
            "newrequest",
            "newrequestwithcontext",
            "httprequestmessage",
            "restrequest",
            "curl_init",
            "urlrequest",
            "sendrequest",
            "open",
            "createrequest",
            "fetch",
            "file_get_contents",
            "withinit",
        ],
        Does::Requests,
    ),
    (&["client", "restclient", "restclientoptions", "setbaseurl", "baseurl", "axios"], Does::Connects),
    (&["url", "uri", "seturl", "setrequesturl", "seturi", "newbuilder", "openconnection"], Does::Addresses),
    (&["method", "setmethod", "setrequestmethod", "withmethod"], Does::Method),
    (
        &[
            "header",
            "headers",
            "addheader",
            "addheaders",
            "setheader",
            "setheaders",
            "setrequestheader",
            "setrequestproperty",
            "addrequestproperty",
            "addvalue",
            "setvalue",
            "withheader",
            "withheaders",
            "headermap",
            "adddefaultheader",
            "tryaddwithoutvalidation",
            "curl_slist_append",
            "withaddedheader",
        ],
        Does::Headers,
    ),
    (
        &[
            "body",
            "setbody",
            "setentity",
            "addjsonbody",
            "addstringbody",
            "addbody",
            "write",
            "writebytes",
            "withbody",
            "bodyvalue",
            "bodystring",
            "setcontent",
        ],
        Does::Body,
    ),
    (&["addqueryparameter", "queryparam", "setqueryparam", "querystring", "addqueryparam"], Does::Query),
    (&["curl_setopt", "curl_setopt_array", "setopt", "curl_easy_setopt", "addparameter"], Does::Option),
    (
        &[
            "execute",
            "executeasync",
            "curl_exec",
            "newcall",
            "send",
            "sendasync",
            "do",
            "datatask",
            "uploadtask",
            "getresponsecode",
            "getinputstream",
            "exchange",
            "asstring",
            "asjson",
            "enqueue",
        ],
        Does::Sends,
    ),
];

/// Members, named arguments, properties and options, in small letters without signs between the words.
static MEMBERS: &[(&[&str], Says)] = &[
    (&["url", "uri", "curlopturl", "requesturi"], Says::Address),
    (&["baseuri", "baseurl", "baseaddress"], Says::Base),
    (&["method", "type", "httpmethod", "curloptcustomrequest", "customrequest"], Says::Method),
    (
        &["headers", "header", "curlopthttpheader", "httpheader", "allhttpheaderfields", "defaultrequestheaders"],
        Says::Headers,
    ),
    (&["body", "json", "content", "httpbody", "curloptpostfields", "postfields", "payload", "with"], Says::Body),
    (&["data", "parameters"], Says::Body),
    (&["formparams", "form", "bodyfields"], Says::Form),
    (&["params", "query", "qs", "queryparameters", "searchparams"], Says::Query),
    (&["options", "http"], Says::Options),
    (&["auth", "cookies", "curloptuserpwd", "curloptproxyuserpwd", "curloptcookie"], Says::Secret),
    (&["multipart", "files"], Says::LeftOut),
];

/// Calls that give what they are given: a body as bytes, an address as an object, a value as JSON.
static SAME: &[&str] = &[
    "[]byte",
    "to_json",
    "to_s",
    "create",
    "newreader",
    "newbuffer",
    "newbufferstring",
    "ofstring",
    "ofbytearray",
    "stringcontent",
    "bytearraycontent",
    "stringentity",
    "stringify",
    "dumps",
    "jsonencode",
    "json_encode",
    "encode",
    "serialize",
    "serializeobject",
    "serializetoutf8bytes",
    "marshal",
    "data",
    "tojson",
    "tojsonstr",
    "tojsonstring",
    "writevalueasstring",
    "getbytes",
    "jsonobject",
    "parse",
    "parseobject",
    "parseobj",
    "uri",
    "url",
    "from",
    "generate",
    "dump",
    "torequestbody",
    "of",
    "string",
    "tostring",
    "httpentity",
    "parsestring",
    "jsoncontent",
    "mustparse",
    "utf8",
    "bytes",
    "headers",
    "options",
    "noescape",
    "stream_context_create",
    "withjsonobject",
    "object",
];

/// What a call does, by the last part of its name.
pub(super) fn call(name: &str) -> Option<Does> {
    let low = last(name).to_ascii_lowercase();
    find(CALLS, &low)
}

/// What a member says, by its name.
pub(super) fn member(name: &str) -> Option<Says> {
    if name.len() > 60 {
        return None;
    }
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    find(MEMBERS, &plain.to_ascii_lowercase())
}

/// Whether a call gives what it is given.
pub(super) fn gives_the_same(name: &str) -> bool {
    let low = last(name).to_ascii_lowercase();
    SAME.contains(&low.as_str())
}

/// Calls that tell somebody of what they are given, in small letters.
const SAYS: [&str; 28] = [
    "print",
    "println",
    "printf",
    "log",
    "info",
    "debug",
    "warn",
    "warning",
    "error",
    "trace",
    "write",
    "writeline",
    "echo",
    "var_dump",
    "print_r",
    "puts",
    "p",
    "pp",
    "pprint",
    "inspect",
    "dump",
    "dd",
    "nslog",
    "table",
    "assert",
    "expect",
    "len",
    "isinstance",
];

/// Whether a call only tells of what it is given.
pub(super) fn says(name: &str) -> bool {
    SAYS.contains(&last(name).to_ascii_lowercase().as_str())
}

/// Calls that make a form of a map or of pairs.
const FORMS: [&str; 4] = ["formurlencodedcontent", "http_build_query", "encode_www_form", "urlencodedformentity"];

/// Whether a call makes a form of what it is given.
pub(super) fn makes_form(name: &str) -> bool {
    FORMS.contains(&last(name).to_ascii_lowercase().as_str())
}

/// Calls that send a map as a form, and one that says so of those behind it.
const SEND_FORMS: [&str; 2] = ["HttpUtil.post", "asForm"];

/// Whether a call sends a map that no encoder was given as a form.
pub(super) fn sends_form(name: &str) -> bool {
    SEND_FORMS
        .iter()
        .any(|call| name.strip_suffix(call).is_some_and(|before| before.is_empty() || before.ends_with('.')))
}

/// The method that a call is named after: `post`, `PostAsync`, `HttpPost`, `Post.new`.
pub(super) fn verb(name: &str) -> Option<&'static str> {
    let own = name.strip_suffix(".new").unwrap_or(name);
    let low = last(own).to_ascii_lowercase();
    let bare = ["http", "create"].iter().find_map(|before| low.strip_prefix(before)).unwrap_or(&low);
    let bare = ["asjsonasync", "stringasync", "jsonasync", "async", "forobject", "forentity", "json", "body"]
        .iter()
        .find_map(|behind| bare.strip_suffix(behind))
        .unwrap_or(bare);
    METHODS.iter().find(|method| method.eq_ignore_ascii_case(bare)).copied()
}

/// The method that a text or a name says: `POST`, `http.MethodPost`, `HttpMethod.Post`, `.post`.
pub(super) fn method(word: &str) -> Option<&'static str> {
    let last = word.rsplit(['.', ':']).next().unwrap_or(word).trim();
    let bare = last.strip_prefix("Method").or_else(|| last.strip_prefix("METHOD_")).unwrap_or(last);
    METHODS.iter().find(|method| method.eq_ignore_ascii_case(bare)).copied()
}

/// Whether a text is a method, as it is written.
pub(super) fn is_method(text: &str) -> bool {
    METHODS.contains(&text)
}

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

fn find<T: Copy>(table: &[(&[&str], T)], name: &str) -> Option<T> {
    table.iter().find(|(names, _)| names.contains(&name)).map(|(_, what)| *what)
}

pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
