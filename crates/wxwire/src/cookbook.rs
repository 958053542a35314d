//! Recipes, each to be copied as it stands. There is no code in this module.
//!
//! # Send a message
//!
//! The values are a type, the credentials are constants beside the gateway, and any HTTP client sends the request. Here a
//! closure stands for it; with reqwest it is `client.execute(request.try_into()?)`. The example `send` does it with
//! nothing but a socket.
//!
//! ```
//! use wxwire::http;
//! use wxwire::operation::Call;
//! use wxwire::secret::Credentials;
//! use wxwire::verdict::Level;
//! use wxwire::wecom::{Text, WEBHOOK_KEY, WebhookSend};
//!
//! # fn send(request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
//! #     assert_eq!(request.uri(), "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6");
//! #     http::Response::new(br#"{"errcode": 0, "errmsg": "ok"}"#.to_vec())
//! # }
//! let client = |request: http::Request<Vec<u8>>| -> http::Response<Vec<u8>> { send(request) };
//!
//! let message = WebhookSend::Text { text: Text { content: "下班了".into(), ..Text::default() } };
//! let credentials = Credentials::new().with(WEBHOOK_KEY, "693a91f6");
//! let request = message.request(&credentials, "https://qyapi.weixin.qq.com")?;
//! println!("{request:?}"); // POST qyapi.weixin.qq.com •••
//!
//! let response = client(request.into_http());
//! let verdict = message.verdict(&response);
//! assert_eq!(verdict.level, Level::Accepted);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing here sends twice. What to do where no answer came is for you to say: a `Level::Unknown` may have arrived.
//!
//! # Check values, and print what is wrong
//!
//! Every problem at once, each with its path, its place in the text, the limit and where the limit is known from.
//!
//! ```
//! use wxwire::catalog;
//! use wxwire::lang::Lang;
//! use wxwire::problem::Code;
//!
//! let entry = catalog::find("wecom.webhook_send").expect("in the catalog");
//! let values = r#"{"msgtype": "text", "text": {"content": 5, "mentioned": []}}"#;
//! let problems = entry.check(values.as_bytes());
//! for problem in &problems {
//!     // error: /text/content: should be string, is 5
//!     println!("{}: {}: {}", problem.severity.name(), problem.path, problem.message(Lang::En));
//! }
//! let found: Vec<_> = problems.iter().map(|problem| (&*problem.path, problem.code)).collect();
//! assert_eq!(found, [("/text/content", Code::WrongType), ("/text/mentioned", Code::UnknownField)]);
//! ```
//!
//! Values with a type are checked by [`Call::problems`](crate::operation::Call::problems), and before every request.
//!
//! # Read a reply
//!
//! The verdict first: it sees what a type cannot, such as a refusal inside a success. Then the reply as a type.
//!
//! ```
//! use wxwire::operation::Call;
//! use wxwire::verdict::Level;
//! use wxwire::{gewe, http};
//!
//! let message = gewe::SendMsg {
//!     appid: "wx_ECMY4oEDuQAP6WimpWwWv".into(),
//!     to_wxid_list: vec![gewe::Message {
//!         to_wxid: "wxid_8pvkddddddt22".into(),
//!         msg_type: gewe::MsgType::Number(1),
//!         content: "你好".into(),
//!         at: vec![],
//!         msg_source: String::new(),
//!     }],
//! };
//! let body = r#"{"ret": 0, "msg": "success", "data": {"Count": 1, "List": [{"Ret": -2, "NewMsgId": 0}]}}"#;
//! let verdict = message.verdict(&http::Response::new(body.as_bytes()));
//! assert_eq!(verdict.level, Level::Refused);
//! for reason in &verdict.reasons {
//!     println!("{}: {}", reason.path, reason.message(wxwire::lang::Lang::En));
//! }
//! let reply = gewe::SendMsg::reply(body.as_bytes())?;
//! assert_eq!(reply.data.expect("it is there").list[0].ret, -2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Read a callback
//!
//! Whatever arrives at your address is told apart by its form, and what it says of messages that were sent is a verdict
//! with their ids.
//!
//! ```
//! use wxwire::explain::{Kind, explain};
//! use wxwire::verdict::Level;
//!
//! let body = r#"[{"type": "chatMsgSendFail", "corp_wxid": "c", "rel_wxid": "168",
//!     "data": [{"api_send_svrid": "168,7,1675997660116", "api_send_id": "116"}]}]"#;
//! let found = explain(body.as_bytes(), None)?;
//! assert_eq!((found.kind, found.title.en), (Kind::Callback, "Yunzhenji callback, decrypted"));
//! let verdict = found.verdict.expect("it settles messages");
//! assert_eq!(verdict.level, Level::Failed);
//! assert!(verdict.ids.iter().any(|id| id.name == "api_send_id" && id.value == "116"));
//! # Ok::<(), wxwire::problem::Problem>(())
//! ```
//!
//! # Explain bytes
//!
//! Anything: a reply with its HTTP head, a line of a log, base64 in base64. Credentials in it are masked.
//!
//! ```
//! use wxwire::explain::explain;
//! use wxwire::lang::Lang;
//!
//! let found = explain(br#"{"content": "CAEaCeaKlumfs0FQUA=="}"#, None)?;
//! for line in &found.lines {
//!     let title = line.title.as_ref().map_or("", |title| title.get(Lang::En));
//!     println!("{}  {}  {title}", line.path, line.value);
//! }
//! let last = found.lines.last().expect("there are lines");
//! assert_eq!((&*last.path, &*last.value), ("/content!base64!protobuf/3", "抖音APP"));
//! # Ok::<(), wxwire::problem::Problem>(())
//! ```
//!
//! # Change one value, through its layers
//!
//! Every other byte stays, but for lengths and escapes that must follow.
//!
//! ```
//! use wxwire::layer::document::{Document, Guide};
//!
//! let body = r#"{"xml":"<appmsg><title>旧<\/title><type>5<\/type><\/appmsg>"}"#;
//! let document = Document::new(body.as_bytes(), Guide::default())?;
//! assert_eq!(document.value("/xml!xml/appmsg/title").as_deref(), Some("旧"));
//! let changed = document.replace("/xml!xml/appmsg/title", "A & B")?;
//! assert_eq!(changed, r#"{"xml":"<appmsg><title>A &amp; B<\/title><type>5<\/type><\/appmsg>"}"#.as_bytes());
//! # Ok::<(), wxwire::problem::Problem>(())
//! ```
//!
//! # Open an `<appmsg>`, and change it
//!
//! As a type: what all messages have is in the shell, what only some have in the part.
//!
//! ```
//! use wxwire::appmsg::{AppMsg, Part};
//!
//! let mut message = AppMsg::read("<appmsg><title>a.pdf</title><type>6</type></appmsg>")?;
//! message.shell.title = Some("b.pdf".into());
//! assert!(matches!(message.part, Part::File(_)));
//! assert_eq!(message.build()?, "<appmsg><title>b.pdf</title><type>6</type></appmsg>");
//! # Ok::<(), wxwire::problem::Problem>(())
//! ```
//!
//! # Write an `<appmsg>`, and send it
//!
//! What it is, its type says: [`appmsg::TYPES`](crate::appmsg::TYPES) lists them, and each [`Part`](crate::appmsg::Part)
//! names its own.
//!
//! ```
//! use wxwire::appmsg::{AppMsg, Shell};
//! use wxwire::gewe::{SendApp, TOKEN};
//! use wxwire::operation::Call;
//! use wxwire::secret::Credentials;
//!
//! let shell = Shell {
//!     kind: Some("5".into()),
//!     title: Some("标题".into()),
//!     url: Some("https://example.com/?a=1&b=2".into()),
//!     ..Shell::default()
//! };
//! let xml = AppMsg { shell, ..AppMsg::default() }.build()?;
//! let call = SendApp { appid: "wx_ECMY4oEDuQAP6WimpWwWv".into(), to_wxid: "wxid_8pvkddddddt22".into(), xml };
//! let request = call.request(&Credentials::new().with(TOKEN, "s3cret"), "http://gewe.example")?;
//! assert_eq!(request.reveal().headers()["x-gewe-token"], "s3cret");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Import a curl line
//!
//! The operation is found, secrets become credentials, and every repair is told.
//!
//! ```
//! use wxwire::gewe;
//! use wxwire::import::import;
//!
//! let line = r#"curl 'http://h/api/message/sendapp' -H 'X-GEWE-TOKEN: s3cret' -d '{"appid": "a", to_wxid: "b", "xml": "<appmsg/>"}'"#;
//! let imported = import(line.as_bytes(), None)?;
//! let entry = imported.operation.expect("one that is known");
//! assert_eq!(entry.id, "gewe.send_app");
//! assert_eq!(imported.credentials.find(gewe::TOKEN).expect("it stood there").reveal(), "s3cret");
//! assert_eq!(imported.repairs[0].before, "to_wxid");
//! println!("mended: {}", imported.repairs[0].fix.words().en);
//! let values = imported.values.expect("nothing is in doubt");
//! let request = entry.build(&values, &imported.credentials, imported.base_url.as_deref().unwrap_or("http://h"))?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Any operation, without its type
//!
//! What a form or a command does: values are JSON, and everything else is asked of the entry.
//!
//! ```
//! use wxwire::catalog;
//! use wxwire::secret::Credentials;
//!
//! for entry in catalog::entries() {
//!     let values = entry.examples()[0].values.clone();
//!     let credentials = entry.credentials.iter().fold(Credentials::new(), |all, one| all.with(one, "s3cret"));
//!     let base_url = entry.base_url().unwrap_or("http://127.0.0.1:5557");
//!     let request = entry.build(&values, &credentials, base_url)?;
//!     println!("{}: {request:?}", entry.id);
//! }
//! # Ok::<(), wxwire::request::BuildError>(())
//! ```
//!
//! # A call that is not in the catalog
//!
//! Implement [`Operation`](crate::operation::Operation) for its values, and it has [`Call`](crate::operation::Call) like
//! any other; serde and schemars are among your dependencies then. The codes of the five gateways are known, so verdicts
//! work too.
//!
//! ```
//! use schemars::JsonSchema;
//! use serde::{Deserialize, Serialize};
//! use wxwire::lang::Words;
//! use wxwire::operation::{Call, Example, Operation};
//! use wxwire::secret::Credentials;
//! use wxwire::wecom::{ACCESS_TOKEN, Ack, Wecom};
//!
//! /// Cancels a live stream. · 取消预约直播。
//! #[derive(Deserialize, JsonSchema, Serialize)]
//! struct LivingCancel {
//!     /// The id of the stream. · 直播 id。
//!     #[schemars(length(min = 1))]
//!     livingid: String,
//! }
//!
//! impl Operation for LivingCancel {
//!     type Gateway = Wecom;
//!     type Reply = Ack;
//!
//!     const ID: &str = "wecom.living_cancel";
//!     const TITLE: Words = Words::new("取消预约直播", "Cancel a live stream");
//!     const PATH: &str = "/cgi-bin/living/cancel";
//!     const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93638";
//!     const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok"}"#;
//!
//!     fn examples() -> Vec<Example<Self>> {
//!         vec![]
//!     }
//! }
//!
//! let call = LivingCancel { livingid: String::new() };
//! assert_eq!(call.problems()[0].path, "/livingid");
//! let call = LivingCancel { livingid: "LIVEID".into() };
//! let request = call.request(&Credentials::new().with(ACCESS_TOKEN, "t"), "https://qyapi.weixin.qq.com")?;
//! assert_eq!(request.reveal().body(), br#"{"livingid":"LIVEID"}"#);
//! # Ok::<(), wxwire::request::BuildError>(())
//! ```
