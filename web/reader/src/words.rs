//! The texts of explanations and outcomes, in both languages.

use wxwire::lang::Words;

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(pub(crate) const $name: Words = Words::new($zh, $en);)*
    };
}

words! {
    UNREADABLE: "无法读取", "cannot be read";
    OPERATION: "操作", "Operation";
    CANDIDATES: "可能是", "may be of";
    GATEWAY: "网关", "Gateway";
    WITHIN_HTTP: "外层是 HTTP 报文", "inside an HTTP message";
    STATUS: "状态码", "status";
    WITHIN_TEXT: "夹在其他文本中", "amid other text";
    VENDOR_SAYS: "网关原话", "the gateway says";
    SETTLED_BY: "最终以此为准", "settled by";
    PROBLEMS: "问题", "Problems";
    INSIDE: "内容", "Inside";
    PATH: "路径", "Path";
    VALUE: "值", "Value";
    MEANING: "含义", "Meaning";
    OPENED: "展开如下", "opened below";
    EMPTY: "空", "empty";
    NOT_TAKEN: "未接收", "not taken";
    MORE_LINES: "项未列出", "more are not listed";
    EVEN_MORE: "内容太多，没有全部读取", "there is more than was read";
    BYTES: "字节", "bytes";
    UNREADABLE_ANSWER: "本机 wxwire 的回答无法读取，请求可能已经发出，请先核实。HTTP 状态码：", "The answer of the wxwire that serves this page cannot be read. The request may have gone out: find out first. HTTP status:";
    REPLY: "回复", "Reply";
    FIRST_PART: "…（只显示前 4 kB）", "… (the first 4 kB)";
}
