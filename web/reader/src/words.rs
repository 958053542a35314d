//! The texts of outcomes, in both languages.

use wxwire::lang::Words;

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(pub(crate) const $name: Words = Words::new($zh, $en);)*
    };
}

words! {
    VENDOR_SAYS: "网关原话", "the gateway says";
    SETTLED_BY: "最终以此为准", "settled by";
    UNREADABLE_ANSWER: "本机 wxwire 的回答无法读取，请求可能已经发出，请先核实。HTTP 状态码：", "The answer of the wxwire that serves this page cannot be read. The request may have gone out: find out first. HTTP status:";
    REPLY: "回复", "Reply";
    FIRST_PART: "…（只显示前 4 kB）", "… (the first 4 kB)";
}
