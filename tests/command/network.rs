//! Which way requests go, and whom they trust: proxies of every kind on real sockets, certificates, and what is shown of it.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, Stream};
use wxwire_tests::{Output, Server, Wxwire, answer, example};

const USER: &str = "proxy-user";
const PASSWORD: &str = "s3cret-of-the-proxy";
const CALL: &str = "gewe.send_msg";
const REFUSED: &[u8] = br#"{"ret":-1,"msg_err":"x"}"#;

fn send(url: &str, more: &[&str]) -> Wxwire {
    let arguments = [&["send", "--json", "--base-url", url], more, &[CALL, "-"]].concat();
    Wxwire::new(&arguments).input(example(CALL)).env("WXWIRE_GEWE_TOKEN", "tok-tok-tok")
}

/// The address of a proxy with a user.
fn with_user(scheme: &str, url: &str) -> String {
    url.replacen("http://", &format!("{scheme}://{USER}:{PASSWORD}@"), 1)
}

/// No password, as it is or in base64.
fn hidden(run: Output) -> Output {
    for secret in [PASSWORD, "czNjcmV0LW9mLXRoZS1wcm94eQ", "cHJveHktdXNlcjpzM2NyZXQ"] {
        assert!(!run.out.contains(secret) && !run.err.contains(secret), "{run:?}");
    }
    run
}

/// The first reason of a run that never reached the gateway.
fn reason(run: Wxwire) -> (String, String) {
    let reason = hidden(run.run()).exits(40).json()["verdict"]["reasons"][0].take();
    let text = |key: &str| reason[key].as_str().expect("a text").to_owned();
    (text("code"), text("message"))
}

#[test]
fn every_variable_and_the_option_name_a_proxy() {
    let proxy = Server::start(|stream, _| answer(stream, "200 OK", REFUSED));
    let address = with_user("http", &proxy.url);
    let target = "http://nobody.invalid/base";
    let mut count = 0;
    let mut through = |run: Wxwire| {
        hidden(run.run()).exits(42);
        count += 1;
        assert_eq!(proxy.count(), count);
        let request = proxy.last();
        assert!(request.starts_with("POST http://nobody.invalid/base/"), "{request}");
        assert!(request.to_lowercase().contains("proxy-authorization: basic "), "{request}");
    };
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        through(send(target, &["-v"]).env(name, &address));
    }
    through(send(target, &["--proxy", &address]));
    // What is typed counts before what is set, wherever the request goes.
    through(send(target, &["--proxy", &address]).env("HTTP_PROXY", "http://127.0.0.1:1").env("NO_PROXY", "*"));
    for name in ["NO_PROXY", "no_proxy"] {
        let (code, message) = reason(send(target, &[]).env("HTTP_PROXY", &address).env(name, "invalid"));
        // A resolver that is slow to say no is no connection in time.
        assert!(matches!(&*code, "dns" | "connect"), "{code} {message}");
    }
    assert_eq!(proxy.count(), count);
}

#[test]
fn this_machine_is_reached_without_a_proxy_that_nobody_typed() {
    let gateway = Server::start(|stream, _| answer(stream, "200 OK", REFUSED));
    let proxy = Server::start(|stream, _| answer(stream, "200 OK", REFUSED));
    send(&gateway.url, &[]).env("HTTP_PROXY", &proxy.url).env("ALL_PROXY", &proxy.url).run().exits(42);
    assert_eq!((gateway.count(), proxy.count()), (1, 0));
    send(&gateway.url, &["--proxy", &proxy.url]).run().exits(42);
    assert_eq!((gateway.count(), proxy.count()), (1, 1));
}

#[test]
fn an_error_names_the_proxy_and_hides_its_user() {
    let closed = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let locked = Server::start(|stream, request| {
        answer(stream, "407 Proxy Authentication Required", request.as_bytes());
    });
    let deaf = Server::start(|stream, request| answer(stream, "403 Forbidden", request.as_bytes()));
    let refused = format!("http://{closed}");
    for (name, target) in [
        ("HTTP_PROXY", "http://nobody.invalid"),
        ("https_proxy", "https://nobody.invalid"),
        ("ALL_PROXY", "https://nobody.invalid"),
        ("all_proxy", "http://nobody.invalid"),
    ] {
        for (lang, words, asks) in [("en", "connection refused", "407"), ("zh", "连接被拒绝", "407")] {
            let (code, message) = reason(send(target, &["-v", "--lang", lang]).env(name, &with_user("http", &refused)));
            assert_eq!(code, "proxy");
            assert!(message.contains(name) && message.contains(words), "{message}");
            assert!(message.contains(&format!("http://•••@{closed}")), "{message}");
            let (code, message) =
                reason(send(target, &["-v", "--lang", lang]).env(name, &with_user("http", &locked.url)));
            assert!(code == "proxy" && message.contains(name) && message.contains(asks), "{code} {message}");
        }
    }
    let (code, message) = reason(send("https://nobody.invalid", &["--proxy", &with_user("http", &deaf.url)]));
    assert!(code == "proxy" && message.contains("--proxy") && message.contains("tunnel"), "{code} {message}");
    // It is the host of the proxy that is not found.
    let (code, message) = reason(send("http://h.invalid", &["--proxy", "http://p.invalid:1"]));
    assert!(code == "proxy" && message.contains("p.invalid"), "{code} {message}");
}

#[test]
fn what_names_no_proxy_is_said_without_its_password() {
    let gateway = Server::start(|stream, _| answer(stream, "200 OK", REFUSED));
    let wrong = format!("ftp://{USER}:{PASSWORD}@h");
    let typed = hidden(send(&gateway.url, &["--proxy", &wrong]).run()).exits(2);
    assert_eq!(typed.json()["error"]["code"], "usage");
    let set = hidden(send(&gateway.url, &[]).env("HTTPS_PROXY", &wrong).run()).exits(42);
    assert!(set.err.contains("HTTPS_PROXY: it is no proxy"), "{}", set.err);
    let none = send(&gateway.url, &[]).env("HTTPS_PROXY", "").run().exits(42);
    assert!(none.err.lines().all(|line| !line.contains("PROXY")), "{}", none.err);
    assert_eq!(gateway.count(), 2);
    Wxwire::new(&["send", "--mock", "--proxy", "http://h", CALL, "-"]).run().exits(2);
}

/// A SOCKS5 proxy that wants the user, and tells where it was asked to go to; it leads to `gateway` all the same.
fn socks(gateway: String) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("127.0.0.1:{}", listener.local_addr().expect("an address").port());
    let (told, heard) = channel();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut read = |count: usize| {
                let mut bytes = vec![0; count];
                stream.read_exact(&mut bytes).expect("the client goes on");
                bytes
            };
            let methods = read(2)[1];
            read(methods.into());
            stream.write_all(&[5, 2]).expect("the client listens");
            let mut read = |count: usize| {
                let mut bytes = vec![0; count];
                stream.read_exact(&mut bytes).expect("the client goes on");
                bytes
            };
            let length = read(2)[1];
            let user = String::from_utf8_lossy(&read(length.into())).into_owned();
            let length = read(1)[0];
            let password = String::from_utf8_lossy(&read(length.into())).into_owned();
            assert_eq!((&*user, &*password), (USER, PASSWORD));
            stream.write_all(&[1, 0]).expect("the client listens");
            let mut read = |count: usize| {
                let mut bytes = vec![0; count];
                stream.read_exact(&mut bytes).expect("the client goes on");
                bytes
            };
            let kind = read(4)[3];
            let host = match kind {
                3 => {
                    let length = read(1)[0];
                    String::from_utf8_lossy(&read(length.into())).into_owned()
                }
                _ => read(4).iter().map(ToString::to_string).collect::<Vec<_>>().join("."),
            };
            read(2);
            told.send(host).expect("the test listens");
            stream.write_all(&[5, 0, 0, 1, 127, 0, 0, 1, 0, 0]).expect("the client listens");
            let other = TcpStream::connect(gateway.trim_start_matches("http://")).expect("the gateway is there");
            let (mut from, mut to) = (stream.try_clone().expect("a socket"), other.try_clone().expect("a socket"));
            std::thread::spawn(move || std::io::copy(&mut from, &mut to));
            let (mut from, mut to) = (other, stream);
            let _ = std::io::copy(&mut from, &mut to);
            let _ = to.shutdown(Shutdown::Both);
        }
    });
    (address, heard)
}

#[test]
fn a_socks_proxy_leads_to_the_gateway() {
    let gateway = Server::start(|stream, _| answer(stream, "200 OK", REFUSED));
    let (address, heard) = socks(gateway.url.clone());
    let url = format!("http://{address}");
    // The name of the host is left to the proxy with socks5h, and looked up here with socks5.
    for (scheme, target, host) in
        [("socks5h", "http://nobody.invalid", "nobody.invalid"), ("socks5", "http://10.1.2.3", "10.1.2.3")]
    {
        hidden(send(target, &["-v", "--proxy", &with_user(scheme, &url)]).run()).exits(42);
        assert_eq!(heard.recv().expect("it was asked"), host);
        hidden(send(target, &[]).env("ALL_PROXY", &with_user(scheme, &url)).run()).exits(42);
        assert_eq!(heard.recv().expect("it was asked"), host);
    }
    assert_eq!(gateway.count(), 4);
    assert!(gateway.last().starts_with("POST /api/"), "{}", gateway.last());
}

/// A gateway over TLS, with the certificate that it shows, in PEM.
fn secure() -> (String, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.expect("versions").with_no_client_auth();
    let config = Arc::new(config.with_single_cert(vec![made.cert.der().clone()], key).expect("a pair"));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("https://localhost:{}", listener.local_addr().expect("an address").port());
    std::thread::spawn(move || {
        for mut socket in listener.incoming().flatten() {
            let mut connection = ServerConnection::new(Arc::clone(&config)).expect("a connection");
            let mut stream = Stream::new(&mut connection, &mut socket);
            // A client that does not trust it says so and goes.
            if matches!(stream.read(&mut [0; 8192]), Ok(1..)) {
                let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", REFUSED.len());
                let _ = stream.write_all(&[head.as_bytes(), REFUSED].concat());
            }
            connection.send_close_notify();
            let _ = Stream::new(&mut connection, &mut socket).flush();
        }
    });
    (url, made.cert.pem())
}

#[test]
fn a_certificate_is_trusted_where_that_was_asked_for() {
    let (url, pem) = secure();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("root.pem");
    std::fs::write(&file, pem).expect("written");
    let file = file.to_str().expect("UTF-8");
    // Roots of another, so that the machine that this runs on needs none.
    let other = folder.path().join("other.pem");
    let made = rcgen::generate_simple_self_signed(["other".to_owned()]).expect("a certificate");
    std::fs::write(&other, made.cert.pem()).expect("written");
    let other = other.to_str().expect("UTF-8");
    for (lang, words) in [("en", "--cacert"), ("zh", "证书的签发者不受信任")] {
        for more in [&["--lang", lang][..], &["--lang", lang, "--cacert", other]] {
            let (code, message) = reason(send(&url, more).env("SSL_CERT_FILE", other));
            assert!(code == "tls" && message.contains(words), "{code} {message}");
        }
    }
    send(&url, &["--cacert", file]).run().exits(42);
    let run = send(&url, &["--insecure", "--quiet"]).run().exits(42);
    assert!(run.err.contains("warning: --insecure"), "{}", run.err);
    // Another host's certificate.
    let (code, message) = reason(send(&url.replace("localhost", "127.0.0.1"), &["--cacert", file]));
    assert!(code == "tls" && message.contains("another host"), "{code} {message}");

    let empty = folder.path().join("empty.pem");
    std::fs::write(&empty, "no certificate").expect("written");
    for wrong in [empty.to_str().expect("UTF-8"), "/nonexistent", "/dev/zero"] {
        let run = send(&url, &["--cacert", wrong]).run().exits(2);
        assert_eq!(run.json()["error"]["code"], "file", "{}", run.out);
    }
}

#[test]
fn a_plain_request_reads_no_certificate() {
    let gateway = Server::start(|stream, _| answer(stream, "200 OK", REFUSED));
    let log = tempfile::NamedTempFile::new().expect("a file");
    let mut strace = std::process::Command::new("strace");
    strace.args(["-f", "-e", "trace=openat,open", "-o"]).arg(log.path()).arg(wxwire_tests::binary());
    strace.args(["send", "--base-url", &gateway.url, CALL, "-"]).env_clear().env("WXWIRE_GEWE_TOKEN", "tok-tok-tok");
    let Ok(mut child) = strace.stdin(std::process::Stdio::piped()).spawn() else { return };
    let mut input = child.stdin.take().expect("piped");
    input.write_all(example(CALL).as_bytes()).expect("it reads");
    drop(input);
    assert_eq!(child.wait().expect("it ends").code(), Some(42));
    let opened = std::fs::read_to_string(log.path()).expect("a trace");
    let certificates: Vec<_> = opened
        .lines()
        .filter(|line| line.contains(".pem") || line.contains(".crt") || line.contains("certs"))
        .collect();
    assert!(opened.lines().count() > 5 && certificates.is_empty(), "{certificates:?}");
}
