//! The texts of this module, in both languages.

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
    FORMS: "由外到内的形式", "in these forms, from the outside in";
    READ_AS: "读取为：", "Read from:";
    ONE_CALL: "可以放入表单", "For the form";
    CALLS: "个请求，选一个放入表单", "requests; take one into the form";
    MORE_CALLS: "个请求未列出；`wxwire import --list` 列出全部", "more are not listed; `wxwire import --list` shows all";
    NOT_SEARCHED: "超过 4 MiB，没有从中查找请求；`wxwire import` 可以", "Longer than 4 MiB, so it was not searched for requests; `wxwire import` does that";
    NO_CALL: "未能识别操作", "no operation was recognised";
    TAKE: "放入表单", "Into the form";
    TOO_LONG: "内容太长，请用 `wxwire import` 取出", "too long to be taken here; `wxwire import` takes it out";
    NO_CALLS: "不能放入表单", "Nothing for the form";
    ADDRESS: "网关地址", "Base URL";
    CREDENTIALS: "凭据", "Credentials";
    TAKEN_OUT: "已从内容中取出，不显示", "taken out of the values, and not shown";
    MENDED: "已修正", "mended";
    LEFT_OUT: "已略去", "left out";
    PAYLOADS: "个载荷", "payloads";
    KNOWN: "个是已知的类型", "of a kind that is known";
    SENT_AGAIN: "重复推送，同第", "sent again, the same as";
    LEFT_BY_PRINT: "打印时被省略：", "left out when it was printed:";
}
