//! Every text of the page, in both languages.

use wxwire::lang::Words;

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(pub(crate) const $name: Words = Words::new($zh, $en);)*
    };
}

words! {
    SUBTITLE: "消息网关的组装、检查与发送", "compose, check and send gateway messages";
    LANGUAGE: "English", "中文";
    OPERATION: "操作", "Operation";
    EXAMPLE: "示例", "Example";
    OWN: "自定义内容", "your own";
    SKELETON: "空白（仅必填字段）", "blank (required fields)";
    VENDOR_PAGE: "厂商文档", "vendor's page";
    UNDO: "撤销", "Undo";
    FORM: "表单", "Form";
    SOURCE: "源文本", "Source";
    SOURCE_LABEL: "内容的 JSON 源文本", "the values' JSON source";
    TIDY: "整理格式", "Lay out";
    LINES: "行", "lines";
    BYTES: "字节", "bytes";
    NOT_JSON: "源文本不是合法的 JSON，暂时无法画出表单。内容没有丢失。", "The source is not JSON, so there is no form to draw. Nothing is lost.";
    GO_TO_SOURCE: "到源文本中修改", "Fix it in the source";
    LINE: "行", "line";
    COLUMN: "列", "column";
    REQUIRED: "必填", "required";
    ABSENT: "缺失", "absent";
    ADD: "添加", "Add";
    ADD_ITEM: "添加一项", "Add an item";
    OPTIONAL: "可选字段", "Optional";
    REMOVE: "移除", "Remove";
    UP: "上移", "Move up";
    DOWN: "下移", "Move down";
    BEGIN: "从一种类型开始…", "Begin with a type…";
    SET: "填写", "Set a value";
    RESET: "换成应有的类型", "Replace by the right type";
    EMPTY_TEXT: "空字符串", "empty text";
    ITEMS: "项", "items";
    EMPTY_LIST: "空列表", "empty list";
    VARIANT: "类型", "Variant";
    OTHER_VALUE: "未收录的值", "not a known value";
    UNKNOWN: "未知字段", "unknown field";
    RAW: "JSON 原文", "raw JSON";
    SECRET: "凭据，发送前会取出", "a credential; taken out before sending";
    TOO_MANY: "表单只画出一部分，其余请在源文本中编辑。", "The form shows only a part; edit the rest in the source.";
    DRAFT: "这里还不是合法的 JSON，尚未写入源文本", "not JSON yet, so not in the source yet";
    NOT_EMPTY: "不能为空", "not empty";
    CUT: "超出会被截断", "the rest is cut off";
    CHARACTERS: "字符", "characters";
    SOURCE_MARK: "限制来源", "where the limit comes from";
    EVIDENCE: "依据", "known from";
    LAYERS: "内含", "holds";
    PROBLEMS: "检查", "Check";
    NO_PROBLEMS: "没有问题", "no problems";
    ERRORS: "个错误", "errors";
    ONE_ERROR: "个错误", "error";
    WARNINGS: "个警告", "warnings";
    ONE_WARNING: "个警告", "warning";
    NOTES: "个提示", "notes";
    ONE_NOTE: "个提示", "note";
    MORE_PROBLEMS: "条未列出", "more are not listed";
    WHOLE: "整体", "the whole";
    SHOW_IN_SOURCE: "在源文本中选中", "select it in the source";
    REQUEST: "请求", "Request";
    FORMAT: "格式", "Format";
    COPY: "复制", "Copy";
    COPIED: "已复制", "Copied";
    NOT_COPIED: "无法复制", "Not copied";
    NOT_ALL_SHOWN: "…（太长，未全部显示；复制得到全文）", "… (too long to show all of it; copying takes all)";
    SEND: "发送", "Send";
    SENDING: "发送中…", "Sending…";
    CONFIRM: "确认发送", "Yes, send it";
    CANCEL: "取消", "Cancel";
    ASK: "这会真实发送到", "This really sends to";
    AS: "配置", "as";
    MOCK: "模拟", "mock";
    MOCK_LONG: "发到本机模拟网关，不会真正送达任何人", "goes to an imitation on this machine and reaches nobody";
    REAL: "真实", "real";
    REAL_LONG: "经本机 wxwire 发出，凭据不进入浏览器", "wxwire on this machine sends it; no secret enters the browser";
    DIRECT: "浏览器直发", "direct";
    DIRECT_LONG: "由浏览器直接发到网关；网关须允许跨域（CORS）", "the browser sends it; the gateway must allow that (CORS)";
    ASKING: "正在确认发送方式…", "finding out how to send…";
    HAS_ERRORS: "先改正错误", "correct the errors first";
    NO_BASE_URL: "先填写网关地址", "set a base URL first";
    NO_CREDENTIAL: "先填写凭据", "set the credential first:";
    PROFILE: "配置", "Profile";
    DEFAULT_PROFILE: "默认", "default";
    SETTINGS: "网关地址与凭据", "Base URL and credentials";
    MEMORY_ONLY: "只保存在此页面的内存中，关闭即消失。", "Kept in this page's memory only, gone when it closes.";
    BASE_URL: "网关地址", "Base URL";
    IS_SET: "已设置", "set";
    NOT_SET: "未设置", "not set";
    VERDICT: "结果", "Verdict";
    UNANSWERED: "浏览器没有得到可读的回复：可能是网关不允许跨域（CORS），也可能是网络问题。请求可能已经到达，请先核实；也可以改用 curl 命令发送。", "The browser got no answer that it may read: the gateway may not allow it (CORS), or the network failed. It may have arrived: find out first; or use the curl command instead.";
    COMMAND_GONE: "提供本页的 wxwire 没有回答，可能已退出。请求可能已经发出，请先核实。", "The wxwire that serves this page did not answer; it may have ended. The request may have gone out: find out first.";
    SHOW_CURL: "查看 curl 命令", "Show the curl command";
    NO_VERDICT: "没有发出", "not sent";
    VENDOR_SAYS: "网关原话", "the gateway says";
    SETTLED_BY: "最终以此为准", "settled by";
    REPLY: "回复", "Reply";
    FIRST_PART: "…（只显示前 4 kB）", "… (the first 4 kB)";
    MILLISECONDS: "毫秒", "ms";
    OTHER_OPERATION: "此结果属于", "this is about";
}
