//! What is neither JSON nor XML: by how it opens, by a code in it, or not at all.

use std::ops::ControlFlow;

use super::Told;
use crate::explain::{Kind, code, packed};
use crate::lang::Words;
use crate::layer::document::{Document, Held};
use crate::problem::Code;

impl Told {
    pub(super) fn plain(document: &Document<'_>) -> Self {
        let mut kind = Kind::Bytes;
        let (mut opens, mut is_token) = (false, false);
        // The first leaf is the whole, and the way to the one behind it tells how that opens.
        document.visit_until(|leaf| {
            if leaf.path.is_empty() {
                opens = leaf.opened;
                kind = if matches!(leaf.value, Held::Text(_)) { Kind::Text } else { Kind::Bytes };
                return ControlFlow::Continue(());
            }
            is_token = leaf.path.starts_with("!jwt");
            for (layer, told) in [
                ("!base64", Kind::Base64),
                ("!protobuf", Kind::Protobuf),
                ("!delimited", Kind::Protobuf),
                ("!query", Kind::Query),
            ] {
                if leaf.path.starts_with(layer) {
                    kind = told;
                }
            }
            ControlFlow::Break(())
        });
        if kind == Kind::Bytes
            && !opens
            && let Some(fault) = packed::fault(document.payload())
        {
            let told_by = match fault.code {
                Code::TooLarge => Words::new("解压后超出读取的上限", "unpacked, it is beyond what is read"),
                _ => Words::new("不完整或已损坏，无法解压", "cut or damaged, so it cannot be unpacked"),
            };
            let told = Self::bare(Kind::Bytes, Words::new("gzip 压缩的内容", "compressed with gzip"), told_by);
            return Self { faults: vec![fault], ..told };
        }
        let text = std::str::from_utf8(document.payload()).ok().filter(|_| kind == Kind::Text);
        let codes = text.map(code::of).unwrap_or_default();
        let (title, told_by) = match kind {
            Kind::Base64 => {
                (Words::new("base64", "base64"), Words::new("解码后可读", "what it stands for can be read"))
            }
            Kind::Protobuf => {
                (Words::new("protobuf", "protobuf"), Words::new("可逐字段读到末尾", "its fields reach its end"))
            }
            Kind::Query => (
                Words::new("带参数的地址", "an address with a query"),
                Words::new("含有 ?name=value", "it has ?name=value"),
            ),
            Kind::Text if !codes.is_empty() => {
                let known = Words::new("码表中有这个数", "a table of codes has this number");
                let is_of_one = codes.iter().all(|other| other.gateway.name == codes[0].gateway.name);
                let is_one = codes.iter().all(|other| other.code == codes[0].code);
                let title = match (is_of_one, is_one) {
                    (true, _) => codes[0].gateway.title,
                    (_, true) => Words::new("几个网关都有的错误码", "an error code of several gateways"),
                    _ => Words::new("几个错误码", "several error codes"),
                };
                let is_number = text.is_some_and(code::is_number);
                let is_spoken_of = text.is_some_and(|text| code::is_spoken_of(text) || code::names_success(text));
                return Self { codes, is_number, is_spoken_of, ..Self::bare(Kind::Code, title, known) };
            }
            Kind::Text if text.is_some_and(code::is_number) => {
                (Words::new("一个数", "just a number"), Words::new("码表中没有这个数", "no table of codes has it"))
            }
            Kind::Text if is_token => (
                Words::new("JSON Web Token", "a JSON web token"),
                Words::new("头部写明了算法", "its header names an algorithm"),
            ),
            Kind::Text if opens => (
                Words::new("含有其他层的文本", "a text with more inside"),
                Words::new("可以继续打开", "it opens further"),
            ),
            Kind::Text => (Words::new("普通文本", "just text"), Words::new("其中没有别的层", "nothing in it opens")),
            _ if opens => (Words::new("字节", "bytes"), Words::new("可以继续打开", "it opens further")),
            _ => (Words::new("字节", "bytes"), Words::new("不是文本，也无法打开", "no text, and nothing opens")),
        };
        Self::bare(kind, title, told_by)
    }
}
