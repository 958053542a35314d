//! `wxwire serve --mock` tells what arrived as `wxwire mock` does.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::process::{Home, port};

#[test]
fn what_the_page_sends_to_the_mock_is_told() {
    let home = Home::new("served");
    std::fs::write(home.path().join("index.html"), "the page").expect("it is written");
    let folder = home.path().to_str().expect("UTF-8");
    let serving = home.run(&["serve", "--mock", "--port", "0", "--page", folder, "--fault", "500@2"]);
    let url = serving.line()["url"].as_str().expect("an address").to_owned();
    let (port, token) = (port(&url), url.split_once("token=").expect("a token").1);
    let values = wxwire::catalog::find("gewe.send_msg").expect("it is there").examples()[0].values.clone();
    let body = format!(r#"{{"operation": "gewe.send_msg", "values": {values}, "lang": "en"}}"#);
    for (number, status) in [(1, 200), (2, 500)] {
        let head = format!(
            "POST /api/send HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nX-Wxwire: {token}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
        stream.write_all(&[head.as_bytes(), body.as_bytes()].concat()).expect("it is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let told = serving.line();
        assert_eq!((&told["number"], &told["status"]), (&number.into(), &status.into()), "{told} {answer}");
        assert_eq!(told["operation"], "gewe.send_msg");
        assert_eq!(told["fault"].as_str(), (status == 500).then_some("500"));
    }
    serving.end();
}
