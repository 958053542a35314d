//! Secrets in texts of every form, and what is none.

use crate::secret::{MASK, masked, may_hold};

proptest::proptest! {
    /// What is passed over holds nothing.
    #[test]
    fn lines_are_passed_over_for_nothing(
        text in "(\\{|\\}|name|key|value|data|\"|: ?|token|access_token|abcdef123456|curl|-u|x:y12345|gettoken|http://h/|\\\\|\n| |,|<|>|密钥|=){0,40}",
    ) {
        assert_eq!(super::Scan::read(&text, true), super::Scan::read(&text, false), "{text}");
    }
}

/// Where a token is fetched, what comes back is one, though its name says nothing.
#[test]
fn a_token_that_was_fetched() {
    let reply = r#"{"ret":200,"data":"c9ffbedb9aeb471db49d92453ea21a17"}"#;
    let asked = format!("curl 'http://h/v2/api/tools/getTokenId'\n{reply}");
    assert!(may_hold(&asked));
    assert_eq!(masked(&asked), format!("curl 'http://h/v2/api/tools/getTokenId'\n{{\"ret\":200,\"data\":\"{MASK}\"}}"));
    for other in [
        format!("curl http://h/tools/getTokenId\n{{}}\ncurl http://h/other\n{reply}"),
        format!("POST /tools/other\n{reply}"),
        "getTokenId\n{\"data\":\"\"}".to_owned(),
        "curl http://h/getTokenId\n{\"data\":\"not ready yet\"}".to_owned(),
    ] {
        assert_eq!(masked(&other), other);
    }
}

/// A secret that is there for where no other is given.
#[test]
fn a_secret_in_reserve() {
    for (before, behind) in [
        ("-H \"X-GEWE-TOKEN: ${T:-\"", "\"}\""),
        ("-H \"X-GEWE-TOKEN: ${T:-", "}\" -d x"),
        ("Authorization: ${T-", "} next"),
        ("const token = process.env.WX_TOKEN || '", "';"),
        ("token: process.env['TOKEN'] ?? \"", "\","),
        ("val t = env.token ?: \"", "\""),
        ("corpsecret = os.environ.get('SECRET') or '", "'"),
        ("corpsecret = os.getenv('SECRET', '", "')"),
    ] {
        let text = format!("{before}s3cretvalue{behind}");
        assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
    }
    for text in ["token || other", "-H \"X-GEWE-TOKEN: ${T:-}\"", "token ?? \"\"", "token or one"] {
        assert_eq!(masked(text), text);
    }
}

/// A secret beside its name in no form that a program or a shell would read as one.
#[test]
fn a_secret_in_no_form() {
    let secret = "SEKRETabc123def456";
    for (before, behind) in [
        ("curl -H 'X-GEWE-TOKEN:' ", " -d x"),
        ("curl -H 'X-GEWE-TOKEN' '", "' -d x"),
        ("curl -HX-GEWE-TOKEN:\\ ", " -d x"),
        ("curl -d '{\"content\":\"it's\"}' -H \"X-GEWE-TOKEN: ", "\" | jq ."),
        ("curl --cert ", " -d x"),
        ("curl --tlspassword ", " -d x"),
        ("{\"token\" \"", "\"}"),
        ("X-GEWE-TOKEN:\n ", "\n\n{}"),
        ("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=\n", "\n{}"),
        ("\"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=\" + \"", "\""),
        ("post(\"https://h/send?access_token={}\".format(\"", "\"), json={})"),
        ("token = os.getenv(\"T\") or \"", "\""),
        ("token = \"•••\" or \"", "\""),
        ("<xml><密钥>", "</密钥></xml>"),
        ("{\"token\"::\"", "\",\"a\":1}"),
        ("[{\"name:\"X-GEWE-TOKEN\",\"value\":\"", "\"}]"),
        ("access_token 是 ", "，过期了"),
        ("The token is ", " and it does not work"),
        ("invalid credential, access_token is invalid or not latest: ", ", hint: [1712345678_abcdef]"),
        ("X-GEWE-TOKEN无效: ", "\"}"),
        ("env:\n  - name: GEWE_TOKEN\n    value: \"", "\"\n  - name: PORT\n    value: \"8080abcdef1234\"\n"),
        ("- name: WECOM_SECRET\n  value: ", "\n"),
        ("<ComponentVerifyTicket><![CDATA[", "]]></ComponentVerifyTicket>"),
        ("https://mp.weixin.qq.com/s?__biz=a&pass_ticket=", "&m=1"),
        ("var weComSecret: String = \"", "\""),
        ("secret: str = \"", "\""),
        ("const token: string = '", "';"),
        ("secret?: string = '", "';"),
        ("var secret string = \"", "\""),
        ("| secret | ", " | of the app |"),
        ("redis-cli -h 127.0.0.1 -a ", " get wecom:agentid"),
        ("老板说 corpsecret 换成了 ", " ，大家更新一下"),
        ("应用密钥已改为", "，请更新"),
        ("WXWIRE_WECOM_ENCODING_AES_KEY=", "\n"),
        ("WX_AES_KEY: ", "\n"),
        ("[{\"name\":\"密钥\",\"value\":\"", "\"}]"),
        ("{\"访问令牌\":\"", "\"}"),
        ("-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----"),
    ] {
        let text = format!("{before}{secret}{behind}");
        assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
    }
    for text in ["curl -u user: SEKRETabc123 -d x", "curl -u 'user':'SEKRETabc123' -d x"] {
        assert!(!masked(text).contains("SEKRET") && masked(text).ends_with(" -d x"), "{}", masked(text));
    }
    for text in [
        "Token::class",
        "var token: String",
        "| token | string | required |",
        "access_token expired, hint: [1712345678_abcdef]",
        "invalid access_token, rid: 65f1a2b3-1a2b3c4d-5e6f7a8b",
        "- name: WECOM_SECRET\n  valueFrom:\n    a: b\n- name: X\n  value: plain12345678\n",
        "the token 2026-11-28T10:00:00",
        "token: 请在后台查看",
        "Ticket: 电影票两张\ncookie=曲奇饼干 200g\nticket=A1排3座",
        "Authorization: 授权书已签",
        "<xml><Ticket>电影票</Ticket></xml>",
        "token 对应的用户 wxid1a2b3c4d5e6f7a8b",
        "ls -a 1a2b3c4d5e6f7a8b",
        "token: none",
    ] {
        assert_eq!(masked(text), text);
    }
}

/// In Chinese nothing parts a name from the words before it; what is said of a secret is none.
#[test]
fn a_secret_behind_its_name_in_chinese() {
    for name in ["密钥", "秘钥", "应用私钥", "口令", "访问令牌", "登录密码"] {
        for (before, behind) in [("：", ""), (": ", " 之后"), ("=", "\n"), (" = \"", "\";"), ("：“", "”，")] {
            let text = format!("{name}{before}Abcd1234efgh{behind}");
            assert!(may_hold(&text));
            assert_eq!(masked(&text), format!("{name}{before}{MASK}{behind}"));
        }
    }
    assert_eq!(masked(r#"{"密钥": "s3cretvalue", "名称": "a"}"#), format!(r#"{{"密钥": "{MASK}", "名称": "a"}}"#));
    for text in
        ["密码：请联系管理员", "口令：", "令牌已过期", "请输入密码: ", "密码：abc", "{\"content\": \"密码是什么\"}"]
    {
        assert_eq!(masked(text), text);
    }
}
