//! `wxwire listen`, with real callbacks over real sockets: what is true is printed once, all else is refused.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::Value;
use wxwire::crypto::wecom::{Keys, Sealed};
use wxwire::crypto::yunzhenji;
use wxwire_tests::{Wxwire, binary};

const TOKEN: &str = "S3cr3tToken";
const KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const COMPANY: &str = "ww6a112864f8022910";
const YUNZHENJI_KEY: &str = "0123456789abcdef0123456789ABCDEF";

/// `wxwire listen`, running.
struct Listening {
    child: Child,
    port: u16,
    lines: Receiver<String>,
}

impl Listening {
    fn start(arguments: &[&str]) -> Self {
        Self::start_in(None, arguments)
    }

    /// With a home, in which it remembers what came.
    fn start_in(home: Option<&str>, arguments: &[&str]) -> Self {
        let mut child = Command::new(binary())
            .args(["listen", "--port", "0", "--json", "--lang", "en"])
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .envs(home.map(|home| ("HOME", home)))
            .env("WXWIRE_PROFILES", "/nonexistent/profiles.toml")
            .env("WXWIRE_WECOM_CALLBACK_TOKEN", TOKEN)
            .env("WXWIRE_WECOM_ENCODING_AES_KEY", KEY)
            .env("WXWIRE_WECOM_RECEIVE_ID", COMPANY)
            .env("WXWIRE_YUNZHENJI_ENCODING_AES_KEY", YUNZHENJI_KEY)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut printed = BufReader::new(child.stdout.take().expect("piped")).lines();
        let first: Value = serde_json::from_str(&printed.next().expect("a line").expect("text")).expect("JSON");
        let port = first["url"].as_str().and_then(|url| url.split([':', '/']).nth(4)?.parse().ok()).expect("a port");
        let (sender, lines) = channel();
        std::thread::spawn(move || printed.map_while(Result::ok).for_each(|line| _ = sender.send(line)));
        Self { child, port, lines }
    }

    /// Sends a request, and gives the status and the body of the answer.
    fn send(&self, path: &str, body: &[u8]) -> (u16, String) {
        let method = if body.is_empty() { "GET" } else { "POST" };
        let head = format!("{method} {path} HTTP/1.1\r\nHost: h\r\nContent-Length: {}\r\n\r\n", body.len());
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        // What is refused before its end need not be read to its end.
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }

    /// The lines that it prints from now on until there is none for a while.
    fn printed(&self) -> Vec<Value> {
        let next = || self.lines.recv_timeout(Duration::from_millis(1500)).ok();
        std::iter::from_fn(next).map(|line| serde_json::from_str(&line).expect("JSON")).collect()
    }

    /// Ends it as a person does, and gives its exit status and what it said.
    fn end(mut self) -> (Option<i32>, String) {
        let signal = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(signal.success());
        let mut said = String::new();
        self.child.stderr.take().expect("piped").read_to_string(&mut said).expect("text");
        (self.child.wait().expect("it ends").code(), said)
    }
}

/// A test that has ended, be it well or not, leaves none behind.
impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn keys() -> Keys {
    Keys::new(TOKEN, KEY, Some(COMPANY)).expect("a key")
}

fn query(sealed: &Sealed) -> String {
    format!("msg_signature={}&timestamp={}&nonce={}", sealed.signature, sealed.timestamp, sealed.nonce)
}

fn message(id: usize) -> String {
    format!(
        "<xml><ToUserName>{COMPANY}</ToUserName><FromUserName>li</FromUserName><CreateTime>1583995625</CreateTime>\
         <MsgType>text</MsgType><Content>no {id}</Content><MsgId>{id}</MsgId><AgentID>1</AgentID></xml>"
    )
}

fn event(at: usize) -> String {
    format!(
        "<xml><ToUserName>{COMPANY}</ToUserName><FromUserName>li</FromUserName><CreateTime>{at}</CreateTime>\
         <MsgType>event</MsgType><Event>enter_agent</Event><AgentID>1</AgentID></xml>"
    )
}

/// A callback as it goes over the wire, in either envelope.
fn wire(text: &str, at: usize) -> (String, String) {
    let sealed = keys().seal(text.as_bytes(), [at as u8; 16], "1583995625", &at.to_string());
    let body = if at.is_multiple_of(2) {
        format!("<xml><Encrypt><![CDATA[{}]]></Encrypt></xml>", sealed.encrypt)
    } else {
        format!(r#"{{"encrypt":"{}"}}"#, sealed.encrypt)
    };
    (format!("/wecom?{}", query(&sealed)), body)
}

#[test]
fn each_true_callback_is_printed_once() {
    let listening = Listening::start(&["wecom", "gewe", "yunzhenji"]);
    let yunzhenji = yunzhenji::Keys::new(YUNZHENJI_KEY).expect("a key");
    let (mut expected, mut forged) = (0, 0);
    for at in 0..150 {
        let gewe =
            format!(r#"{{"TypeName":"AddMsg","Appid":"wx_a","Data":{{"NewMsgId":{}}}}}"#, 7773749793478223190 + at);
        let pushed = yunzhenji
            .seal(format!(r#"[{{"type":"chatMsg","rel_wxid":"1","data":[{{"msg_hash":"{at}"}}]}}]"#).as_bytes());
        let true_ones =
            [wire(&message(at), at), wire(&event(at), at), ("/gewe".into(), gewe), ("/yunzhenji".into(), pushed)];
        for (path, body) in &true_ones {
            assert_eq!(listening.send(path, body.as_bytes()).0, 200, "{path}");
            expected += 1;
        }
        // A repeat is sealed anew, and answered as the first was.
        if at.is_multiple_of(3) {
            for (path, body) in [wire(&message(at), at + 1), wire(&event(at), at + 1), true_ones[2].clone()] {
                assert_eq!(listening.send(&path, body.as_bytes()).0, 200);
            }
        }
        let (path, body) = &true_ones[0];
        for (path, body, status) in [
            (path.replace("msg_signature=", "msg_signature=0"), body.clone(), 403),
            (path.replace("timestamp=1583995625", "timestamp=1583995626"), body.clone(), 403),
            (path.clone(), body.replace("ncrypt", "x"), 400),
            ("/yunzhenji".into(), "AAAA".into(), 400),
            ("/nowhere".into(), "{}".into(), 404),
            ("/gewe".into(), " \n".into(), 400),
        ] {
            assert_eq!(listening.send(&path, body.as_bytes()).0, status, "{path} {body}");
            forged += 1;
        }
    }
    let printed = listening.printed();
    // The other routes' addresses come first.
    assert_eq!(printed.iter().filter(|one| one["url"].is_string()).count(), 2);
    let callbacks: Vec<_> = printed.iter().filter(|one| one["number"].is_u64()).collect();
    assert_eq!(callbacks.len(), expected);
    let other = callbacks.iter().find(|one| one["explained"]["kind"] != "callback");
    assert!(other.is_none(), "{other:?}");
    let (status, said) = listening.end();
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains(&format!("taken in {expected} · repeated 150 · refused {forged}")), "{said}");
    assert!(!said.contains(TOKEN) && !said.contains(KEY) && said.lines().count() < 60, "{said}");
}

#[test]
fn the_address_is_verified_and_a_program_replies() {
    let listening =
        Listening::start(&["/hook=wecom", "--exec", "grep -q MsgId && printf '<xml>%s</xml>' \"$WXWIRE_GATEWAY\""]);
    let sealed = keys().seal(b"1616140317555161061", [1; 16], "1583995625", "9");
    let echo = sealed.encrypt.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    assert_eq!(
        listening.send(&format!("/hook?{}&echostr={echo}", query(&sealed)), b""),
        (200, "1616140317555161061".into())
    );
    for at in [2, 3] {
        let (path, body) = wire(&message(at), at);
        let (status, reply) = listening.send(&path.replace("/wecom", "/hook"), body.as_bytes());
        assert_eq!((status, reply.starts_with('{')), (200, at == 3), "in the form that it came in: {reply}");
        let read = |name: &str| {
            let json: Option<Value> = serde_json::from_str(&reply).ok();
            let json = json.map(|json| json[name.to_lowercase()].to_string().trim_matches('"').to_owned());
            json.unwrap_or_else(|| {
                let inner = reply.split_once(&format!("<{name}>")).expect("an element").1.split("</").next();
                inner.expect("its text").trim_start_matches("<![CDATA[").trim_end_matches("]]>").to_owned()
            })
        };
        let sealed = Sealed {
            encrypt: read("Encrypt"),
            signature: read("MsgSignature"),
            timestamp: read("TimeStamp"),
            nonce: read("Nonce"),
        };
        let opened = keys().open(&sealed).expect("it is sealed for the company");
        assert_eq!(opened.message, b"<xml>wecom</xml>");
    }
    // A program that fails, or takes too long, is told; the gateway has its answer in time.
    let (path, body) = wire(&event(7), 7);
    assert_eq!(listening.send(&path.replace("/wecom", "/hook"), body.as_bytes()), (200, String::new()));
    assert!(listening.end().1.contains("--exec"));
    let slow = Listening::start(&["gewe", "--exec", "sleep 30"]);
    let start = Instant::now();
    let answer = slow.send("/gewe", br#"{"TypeName":"AddMsg","Appid":"a","Data":{"NewMsgId":1}}"#);
    assert_eq!(answer, (200, "success".into()));
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
}

/// What its program was not done with is new to the next run; what it was done with is not.
#[test]
fn what_a_program_did_not_end_comes_again() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().to_str().expect("UTF-8");
    let begun = home.path().join("begun");
    let callback = br#"{"TypeName":"AddMsg","Appid":"a","Data":{"NewMsgId":7}}"#;
    let mut first = Listening::start_in(Some(folder), &["gewe", "--exec", "touch \"$HOME/begun\"; sleep 20"]);
    let head = format!("POST /gewe HTTP/1.1\r\nHost: h\r\nContent-Length: {}\r\n\r\n", callback.len());
    let mut stream = TcpStream::connect(("127.0.0.1", first.port)).expect("a connection");
    stream.write_all(&[head.as_bytes(), callback].concat()).expect("it is sent");
    let start = Instant::now();
    while !begun.exists() {
        assert!(start.elapsed() < Duration::from_secs(10), "the program does not begin");
        std::thread::sleep(Duration::from_millis(10));
    }
    first.child.kill().expect("it runs");
    first.child.wait().expect("it ends");
    for summary in ["taken in 1 · repeated 0", "taken in 0 · repeated 1"] {
        let next = Listening::start_in(Some(folder), &["gewe", "--exec", "true"]);
        assert_eq!(next.send("/gewe", callback).0, 200);
        let said = next.end().1;
        assert!(said.contains(summary), "{said}");
    }
}

#[test]
fn slow_and_endless_senders_hold_nothing_up() {
    let listening = Listening::start(&["gewe"]);
    // Each has said half of its request, and says no more.
    let slow: Vec<_> = (0..50)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", listening.port)).expect("a connection");
            stream.write_all(b"POST /gewe HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n{").expect("it is sent");
            stream
        })
        .collect();
    let start = Instant::now();
    assert_eq!(listening.send("/gewe", br#"{"TypeName":"AddMsg","Appid":"a"}"#).0, 200);
    assert!(start.elapsed() < Duration::from_secs(3));
    assert_eq!(listening.send("/gewe", &vec![b'x'; 3 << 20]).0, 413);
    let mut first = slow.into_iter().next().expect("one");
    let mut answer = String::new();
    first.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    let _ = first.shutdown(Shutdown::Both);
}

#[test]
fn what_is_not_set_is_named_before_anything_is_received() {
    let run = |arguments: &[&str]| Wxwire::new(&[&["listen", "--port", "0"], arguments].concat()).run();
    let absent = run(&["wecom"]).exits(10);
    assert!(absent.err.contains("WXWIRE_WECOM_CALLBACK_TOKEN") && absent.err.contains("WXWIRE_WECOM_ENCODING_AES_KEY"));
    assert!(!absent.err.contains("RECEIVE_ID"), "it need not be set: {}", absent.err);
    assert!(run(&["nobody"]).exits(2).err.contains("gewe"));
    assert!(run(&["gewe", "gewe"]).exits(2).err.contains("/gewe"));
    run(&["gewe/"]).exits(2);
    run(&["a b=gewe"]).exits(2);
    run(&[]).exits(2);
}
