//! Recipes, each to be copied as it stands into a function that returns `Result<(), Box<dyn std::error::Error>>`. There is
//! no code in this module. The examples that are named are programs in the repository's `crates/wxwire/examples`.
//!
//! # Send a message
//!
//! The values are a type, the credentials are constants beside the gateway, and any HTTP client sends the request: it stands
//! where `send` answers by itself here. With reqwest it is `client.execute(request.try_into()?)`. The example `send.rs` does
//! it with nothing but a socket.
//!
//! ```
//! use wxwire::http;
//! use wxwire::operation::Call;
//! use wxwire::secret::Credentials;
//! use wxwire::verdict::Level;
//! use wxwire::wecom::{Text, WEBHOOK_KEY, WebhookSend};
//!
//! /// Your client goes here.
//! fn send(request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
//!     assert_eq!(request.uri(), "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6");
//!     http::Response::new(br#"{"errcode": 0, "errmsg": "ok"}"#.to_vec())
//! }
//!
//! let message = WebhookSend::Text { text: Text { content: "下班了".into(), ..Text::default() } };
//! let credentials = Credentials::new().with(WEBHOOK_KEY, "693a91f6");
//! let request = message.request(&credentials, "https://qyapi.weixin.qq.com")?;
//! println!("{request:?}"); // POST qyapi.weixin.qq.com •••
//!
//! let response = send(request.into_http());
//! let verdict = message.verdict(&response).masked(&credentials);
//! assert_eq!(verdict.level, Level::Accepted);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What a gateway says may repeat what was sent to it, credentials too: [`Verdict::masked`](crate::verdict::Verdict::masked)
//! takes them out of the verdict before it is shown or logged. The reply itself is as it came.
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
//! assert_eq!((found.kind, found.title.en), (Kind::Callback, "Yunzhenji callback: messages that were not sent, decrypted"));
//! let verdict = found.verdict.expect("it settles messages");
//! assert_eq!(verdict.level, Level::Failed);
//! assert!(verdict.ids.iter().any(|id| id.name == "api_send_id" && id.value == "116"));
//! # Ok::<(), wxwire::problem::Problem>(())
//! ```
//!
//! # The text of an incoming message
//!
//! The path says where it stands; the lines of any callback, each with its path and its title, show the others. Lines are for
//! looking at, with credentials masked. A [`Document`](crate::layer::document::Document) gives the value as it came.
//!
//! ```
//! use wxwire::explain::{Kind, explain};
//! use wxwire::layer::document::{Document, Guide};
//!
//! let body = r#"{"TypeName": "AddMsg", "Appid": "wx_dS_E6zUn9P", "Data": {"MsgType": 1,
//!     "FromUserName": {"string": "wxid_gtrktfs8hjr22"}, "Content": {"string": "下班了吗"}}}"#;
//! assert_eq!(explain(body.as_bytes(), None)?.kind, Kind::Callback);
//! let document = Document::new(body.as_bytes(), Guide::default())?;
//! assert_eq!(document.value("/Data/MsgType").as_deref(), Some("1"));
//! assert_eq!(document.value("/Data/FromUserName/string").as_deref(), Some("wxid_gtrktfs8hjr22"));
//! assert_eq!(document.value("/Data/Content/string").as_deref(), Some("下班了吗"));
//! // A shared link is XML in the same place.
//! let body = r#"{"Data": {"Content": {"string": "<msg><appmsg><title>周报</title></appmsg></msg>"}}}"#;
//! let document = Document::new(body.as_bytes(), Guide::default())?;
//! assert_eq!(document.value("/Data/Content/string!xml/msg/appmsg/title").as_deref(), Some("周报"));
//! // WeCom's apps are told in XML, which is decrypted before.
//! let body = "<xml><FromUserName>zhangsan</FromUserName><MsgType>text</MsgType><Content>在吗</Content><MsgId>1</MsgId>\
//!             <AgentID>1</AgentID></xml>";
//! let document = Document::new(body.as_bytes(), Guide::default())?;
//! assert_eq!(document.value("!xml/xml/Content").as_deref(), Some("在吗"));
//! # Ok::<(), wxwire::problem::Problem>(())
//! ```
//!
//! | from | type | text |
//! |---|---|---|
//! | GeWe | `/Data/MsgType` | `/Data/Content/string` |
//! | xbot | `/type`: `WW_RECV_TEXT_MSG` | `/data/content` |
//! | WeCom, an app | `!xml/xml/MsgType` | `!xml/xml/Content` |
//! | WeCom, a robot | `/msgtype` | `/text/content` |
//!
//! Yunzhenji and Youmi do not document where theirs stands. The example `callback.rs` prints every field of any of them.
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
//! # A call without a type
//!
//! Most calls have no type here, only the vendor's document; [`catalog::find`](crate::catalog::find) has them by an id such as
//! `wecom.message_send`, [`catalog::search`](crate::catalog::search) by words in either language. Values are JSON: take an
//! example, and change what is different.
//!
//! ```
//! use wxwire::layer::document::{Document, Guide};
//! use wxwire::secret::Credentials;
//! use wxwire::verdict::Level;
//! use wxwire::{catalog, http, wecom};
//!
//! assert!(catalog::search("app message").iter().any(|entry| entry.id == "wecom.message_send"));
//! let entry = catalog::find("wecom.message_send").expect("in the catalog");
//! println!("{}: {} {}, {}", entry.title.en, entry.method, entry.path, entry.page);
//!
//! let example = entry.examples().into_iter().next().expect("each has one");
//! let document = Document::new(example.values.as_bytes(), Guide::default())?;
//! let values = String::from_utf8(document.replace("/text/content", "下班了")?)?;
//! assert!(!entry.check(values.as_bytes()).iter().any(|problem| problem.is_error()));
//!
//! let credentials = Credentials::new().with(wecom::ACCESS_TOKEN, "s3cret");
//! let request = entry.build(&values, &credentials, entry.base_url().expect("the vendor names it"))?;
//! assert_eq!(request.reveal().uri().path(), "/cgi-bin/message/send");
//!
//! // What your client gives back for `request.into_http()`.
//! let response = http::Response::new(br#"{"errcode": 0, "errmsg": "ok", "invaliduser": "a|b", "msgid": "M1"}"#.to_vec());
//! let verdict = entry.verdict(Some(&values), &response).masked(&credentials);
//! assert_eq!(verdict.level, Level::Partial);
//! let not_taken: Vec<_> = verdict.not_taken.iter().map(|part| &*part.name).collect();
//! assert_eq!(not_taken, ["a", "b"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Give a request to another tool
//!
//! As curl, PowerShell, fetch, Python or what goes on the wire; a name such as `{{token}}` stands for each credential.
//! [`FORMATS`](crate::export::FORMATS) lists the forms.
//!
//! ```
//! use wxwire::catalog;
//! use wxwire::export::Format;
//! use wxwire::secret::Credentials;
//!
//! let entry = catalog::find("gewe.send_app").expect("in the catalog");
//! let values = r#"{"appid": "wx_1", "to_wxid": "wxid_2", "xml": "<appmsg><type>5</type></appmsg>"}"#;
//! let curl = Format::find("curl").expect("one of the forms");
//! let line = curl.hidden(entry, values, &Credentials::new(), "http://gewe.example");
//! assert!(line.starts_with("curl ") && line.contains("X-GEWE-TOKEN: {{token}}"), "{line}");
//! ```
//!
//! # Any operation
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
//! # Learn a gateway
//!
//! One that nobody built in, from its own document while the program runs. What was guessed or left out is in the notes;
//! what of the calls could not be taken in is in `left`. [`learn`](crate::learn) lists the sources, and the members that a
//! document may have beyond OpenAPI, such as the `x-reply` here.
//!
//! ```
//! use wxwire::secret::Credentials;
//! use wxwire::verdict::Level;
//! use wxwire::{catalog, http, learn};
//!
//! let vendor = r##"{
//!     "openapi": "3.0.3",
//!     "info": {"title": "Acme", "version": "1"},
//!     "servers": [{"url": "https://acme.example/api"}],
//!     "security": [{"token": []}],
//!     "components": {"securitySchemes": {"token": {"type": "apiKey", "in": "header", "name": "X-Token"}}},
//!     "x-reply": {"code": "/code", "ok": [0], "message": "/msg"},
//!     "paths": {"/rooms/{room}/say": {"post": {
//!         "operationId": "say", "summary": "Say something", "x-title-zh": "发言", "x-ids": ["/id"],
//!         "parameters": [{"name": "room", "in": "path", "required": true, "schema": {"type": "string"}}],
//!         "requestBody": {"content": {"application/json": {"schema": {
//!             "type": "object", "required": ["text"], "properties": {"text": {"type": "string", "maxLength": 20}}
//!         }}}},
//!         "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "object"}}}}}
//!     }}}
//! }"##;
//! let learned = learn::learn(vendor.as_bytes(), Some("acme"))?;
//! for note in &learned.notes {
//!     println!("{}: {} ({})", note.kind.name(), note.words.en, note.what);
//! }
//! let added = catalog::learn(learned.document)?;
//! assert_eq!((added.gateway.name, added.entries.len(), added.left.len()), ("acme", 1, 0));
//!
//! let entry = catalog::find("acme.say").expect("it was learned");
//! assert_eq!(entry.check(br#"{"room": "r1", "text": 5}"#)[0].path, "/text");
//! let values = r#"{"room": "r1", "text": "下班了"}"#;
//! let credentials = Credentials::new().with("token", "s3cret-0123");
//! let request = entry.build(values, &credentials, entry.base_url().expect("the document names it"))?;
//! assert_eq!(request.reveal().uri(), "https://acme.example/api/rooms/r1/say");
//!
//! // What your client gives back for `request.into_http()`.
//! let response = http::Response::new(br#"{"code": 0, "msg": "ok", "id": 7}"#.to_vec());
//! let verdict = entry.verdict(Some(values), &response).masked(&credentials);
//! assert_eq!((verdict.level, &*verdict.ids[0].value), (Level::Accepted, "7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A call that is not in the catalog
//!
//! Implement [`Operation`](crate::operation::Operation) for its values, and it has [`Call`](crate::operation::Call) like
//! any other. The codes of the six gateways are known, so verdicts work too. Among your dependencies are then
//! `serde = { version = "1", features = ["derive"] }` and `schemars = "1.2"`: the traits have to be those of these versions.
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
