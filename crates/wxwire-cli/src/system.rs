//! What the system says of files and sockets, in both languages.

use std::io::{Error, ErrorKind};

use wxwire::lang::{Lang, Words};

use crate::text::Text;

/// What the system said.
impl From<&Error> for Text {
    fn from(error: &Error) -> Self {
        match (words(error.kind()), error.raw_os_error()) {
            (Some(words), Some(number)) => Self::of(|lang| match lang {
                Lang::Zh => format!("{}（系统错误 {number}）", words.get(lang)),
                Lang::En => error.to_string(),
            }),
            _ => error.to_string().into(),
        }
    }
}

/// What a kind of error is called; of a kind that is rare, the system's own words are all there is.
pub fn words(kind: ErrorKind) -> Option<Words> {
    let (zh, en) = match kind {
        ErrorKind::NotFound => ("没有这个文件或目录", "no such file or folder"),
        ErrorKind::PermissionDenied => ("没有权限", "permission denied"),
        ErrorKind::AlreadyExists => ("已存在", "it exists already"),
        ErrorKind::IsADirectory => ("是目录", "it is a folder"),
        ErrorKind::NotADirectory => ("不是目录", "it is no folder"),
        ErrorKind::DirectoryNotEmpty => ("目录不为空", "the folder is not empty"),
        ErrorKind::ReadOnlyFilesystem => ("文件系统只读", "the file system is read-only"),
        ErrorKind::StorageFull => ("磁盘空间不足", "no space is left"),
        ErrorKind::QuotaExceeded => ("超出磁盘配额", "the quota is used up"),
        ErrorKind::FileTooLarge => ("文件过大", "the file is too large"),
        ErrorKind::InvalidFilename => ("文件名无效", "the file's name is none"),
        ErrorKind::InvalidInput => ("参数无效", "invalid argument"),
        ErrorKind::BrokenPipe => ("管道已关闭", "the pipe is closed"),
        ErrorKind::AddrInUse => ("地址已被占用", "the address is in use"),
        ErrorKind::AddrNotAvailable => ("本机没有这个地址", "this machine has no such address"),
        ErrorKind::ConnectionRefused => {
            ("连接被拒绝，没有程序在该端口监听", "connection refused, nobody listens there")
        }
        ErrorKind::ConnectionReset => ("连接被对方重置", "the other side reset the connection"),
        ErrorKind::ConnectionAborted => ("连接中断", "the connection was aborted"),
        ErrorKind::HostUnreachable => ("主机不可达", "the host cannot be reached"),
        ErrorKind::NetworkUnreachable => ("网络不可达", "the network cannot be reached"),
        ErrorKind::NetworkDown => ("网络未连接", "the network is down"),
        ErrorKind::TimedOut => ("超时", "timed out"),
        ErrorKind::Interrupted => ("被中断", "interrupted"),
        ErrorKind::OutOfMemory => ("内存不足", "out of memory"),
        _ => return None,
    };
    Some(Words::new(zh, en))
}
