//! Requests that are no operation's: nothing of them vanishes.

use wxwire::import::Why;

use crate::common::read;

#[test]
fn headers_and_parameters_of_a_foreign_request_are_named() {
    let curl = "curl 'https://h.example/a/b?key=s3cret&x=1' -H 'X-Token: s3cret' -H 'Content-Type: application/json' -d '{\"zz\":1}'";
    let http = "POST /a/b?key=s3cret&x=1 HTTP/1.1\r\nHost: h.example\r\nX-Token: s3cret\r\n\r\n{\"zz\":1}";
    let python = "import requests\nrequests.post('https://h.example/a/b?key=s3cret&x=1', headers={'X-Token': 's3cret'}, json={'zz': 1})";
    for text in [curl, http, python] {
        let imported = read(text);
        assert!(imported.operation.is_none(), "{text}");
        let left: Vec<_> = imported.dropped.iter().map(|one| (one.why, one.what.as_str())).collect();
        for expected in [(Why::Header, "X-Token"), (Why::Parameter, "key"), (Why::Parameter, "x"), (Why::Path, "/a/b")]
        {
            assert!(left.contains(&expected), "{text}: {left:?}");
        }
        assert!(!format!("{left:?}").contains("s3cret"), "{text}: {left:?}");
    }
}

#[test]
fn a_path_that_a_known_host_has_not_is_nobodys() {
    let text = "curl https://qyapi.weixin.qq.com/cgi-bin/nothing/known -d '{\"touser\":\"a\",\"msgtype\":\"text\",\"agentid\":1,\"text\":{\"content\":\"x\"}}'";
    let imported = read(text);
    assert!(imported.operation.is_none() && imported.candidates.is_empty(), "{:?}", imported.candidates);
    // On a host that is nobody's, it may be a gateway of one's own behind a path of its own.
    let own = read(&text.replace("qyapi.weixin.qq.com", "h.example"));
    assert!(!own.candidates.is_empty());
}
