//! How somebody logs a bot in: WeChat scans a code, and the call that asks what became of it brings the token.

use crate::lang::Words;
use crate::layer::base64;
use crate::layer::json::{Object, Value};
use crate::login::{Asks, Code, Login, State};

pub(crate) static LOGIN: Login = Login {
    gateway: "ilink",
    credential: "token",
    begin: "ilink.get_bot_qrcode",
    ask: "ilink.get_qrcode_status",
    values,
    code: |reply| {
        let text = |name: &str| reply.get(name)?.as_str().map(|text| text.into_owned());
        Some(Code { ticket: text("qrcode")?, shown: text("qrcode_img_content")? })
    },
    state,
    token: "/bot_token",
    base_url: "/baseurl",
    names: &["ilink_bot_id", "ilink_user_id"],
};

fn values(asks: Asks<'_>, random: u32) -> String {
    let own = match asks {
        Asks::Code => Object::new().json("bot_type", "3").json("local_token_list", "[]"),
        Asks::State { ticket, number } => Object::new().text("qrcode", ticket).some("verify_code", number),
    };
    own.text("X-WECHAT-UIN", &base64::encode(random.to_string().as_bytes()))
        .text("iLink-App-Id", "bot")
        .text("iLink-App-ClientVersion", "132102")
        .end()
}

/// `scaned` and `binded` are the wire's.
fn state(reply: Value<'_>) -> Option<State> {
    let status = reply.get("status")?.as_str()?;
    let host = || reply.get("redirect_host").and_then(Value::as_str).map(|host| host.into_owned());
    Some(match &*status {
        "wait" => State::Waiting,
        "scaned" => State::Scanned,
        "scaned_but_redirect" => State::Moved(host()?),
        "need_verifycode" => State::AsksNumber,
        "confirmed" => State::Confirmed,
        "expired" => State::Ended(Words::new("二维码已过期", "the code has expired")),
        "verify_code_blocked" => {
            State::Ended(Words::new("数字输错过多，已被拦截", "the number was wrong too often; it is blocked"))
        }
        "binded_redirect" => State::Ended(Words::new(
            "该账号已绑定（binded_redirect）",
            "the account is bound already (binded_redirect)",
        )),
        _ => return None,
    })
}
