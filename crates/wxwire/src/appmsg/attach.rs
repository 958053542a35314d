//! What is attached to an `<appmsg>`: a file, and the picture of its card.

use crate::layer::xml::typed::{Str, elements};

elements! {
    /// The attachment: a file, and the picture of the card.
    ///
    /// 附件：文件和卡片封面。
    pub struct AppAttach {
        /// The size of the file.
        ///
        /// 文件大小。
        pub totallen: Option<Str>,
        /// The attachment's id. Of a file `@cdn_<url>_<aeskey>_1`, of an emoticon `0:0:md5`.
        ///
        /// 附件 id。文件为 `@cdn_<url>_<aeskey>_1`，表情为 `0:0:md5`。
        pub attachid: Option<Str>,
        /// The MD5 of the emoticon.
        ///
        /// 表情 MD5。
        pub emoticonmd5: Option<Str>,
        /// The file's extension. Without the dot.
        ///
        /// 文件扩展名。不带点。
        pub fileext: Option<Str>,
        /// The file's CDN key. An address in the CDN, in hexadecimal.
        ///
        /// 文件 CDN 地址。十六进制。
        pub cdnattachurl: Option<Str>,
        /// The picture's CDN key. An address in the CDN, in hexadecimal.
        ///
        /// 封面 CDN 地址。十六进制。
        pub cdnthumburl: Option<Str>,
        /// The picture's MD5.
        ///
        /// 封面 MD5。
        pub cdnthumbmd5: Option<Str>,
        /// The picture's size.
        ///
        /// 封面大小。
        pub cdnthumblength: Option<Str>,
        /// The picture's width.
        ///
        /// 封面宽度。
        pub cdnthumbwidth: Option<Str>,
        /// The picture's height.
        ///
        /// 封面高度。
        pub cdnthumbheight: Option<Str>,
        /// The picture's AES key. In hexadecimal.
        ///
        /// 封面 AES 密钥。十六进制。
        pub cdnthumbaeskey: Option<Str>,
        /// The file's AES key. In hexadecimal.
        ///
        /// 文件 AES 密钥。十六进制。
        pub aeskey: Option<Str>,
        /// The version of the encryption.
        ///
        /// 加密版本。
        pub encryver: Option<Str>,
        /// The file's key. Sender and time in samples.
        ///
        /// 文件标识。样本中由账号和时间组成。
        pub filekey: Option<Str>,
        /// The message that it replaces. The NewMsgId of the upload's placeholder, type 74.
        ///
        /// 替换的消息。上传占位消息（类型 74）的 NewMsgId。
        pub overwrite_newmsgid: Option<Str>,
        /// The token of the upload.
        ///
        /// 上传凭证。
        pub fileuploadtoken: Option<Str>,
        /// The state of the upload.
        ///
        /// 上传状态。
        pub status: Option<Str>,
        /// Whether it is a large file. 0 in the sample.
        ///
        /// 是否大文件。样本中为 0。
        pub islargefilemsg: Option<Str>,
    }
}
