//! What is wrong with a command line, in the person's language.

use std::error::Error;
use std::ffi::OsString;
use std::net::AddrParseError;
use std::num::{IntErrorKind, ParseIntError};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use wxwire::lang::Lang;
use wxwire_mock::FaultError;

use super::{chinese, wrap};
use crate::exit::Failure;

/// A mistake that clap found, as a failure of ours.
pub fn failure(error: &clap::Error, command: &clap::Command, words: &[OsString], lang: Lang) -> Failure {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let help = error.render().to_string();
        let help = if lang == Lang::Zh { chinese::usage(&help) } else { help };
        return Failure::usage(format!("{}\n\n{}", words_for(error, lang), wrap::fold(help.trim_end())));
    }
    let sub =
        words.iter().skip(1).filter_map(|word| word.to_str()).find(|word| command.find_subcommand(word).is_some());
    let help = sub.map_or_else(|| "wxwire help".to_owned(), |sub| format!("wxwire help {sub}"));
    let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" (", ")") };
    Failure::usage(format!("{}{open}{help}{close}", words_for(error, lang)))
}

fn words_for(error: &clap::Error, lang: Lang) -> String {
    let context = |kind| error.get(kind).map(|value| text(value, lang)).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let known = context(ContextKind::ValidValue);
    let (zh, en) = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            ("缺少命令".to_owned(), "no command".to_owned())
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            (format!("没有这个命令：{name}"), format!("no such command: {name}"))
        }
        ErrorKind::UnknownArgument => (format!("未知的参数：{argument}"), format!("unexpected argument {argument}")),
        ErrorKind::InvalidValue if value.is_empty() => {
            (format!("{argument} 缺少值"), format!("{argument} wants a value"))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            (format!("{argument} 的值 {value:?} 无效"), format!("{value:?} is no value for {argument}"))
        }
        ErrorKind::MissingRequiredArgument => (format!("缺少参数：{argument}"), format!("missing {argument}")),
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                (format!("{argument} 只能给出一次"), format!("{argument} is given twice"))
            } else {
                (format!("{argument} 不能与 {other} 一起使用"), format!("{argument} does not go with {other}"))
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            (format!("{argument} 的值的数量不对"), format!("wrong number of values for {argument}"))
        }
        ErrorKind::InvalidUtf8 => ("有一个参数不是 UTF-8".to_owned(), "an argument is not UTF-8".to_owned()),
        _ => ("无法理解命令行".to_owned(), "the command line cannot be understood".to_owned()),
    };
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggested = suggested.into_iter().map(context).find(|one| !one.is_empty());
    let cause = error.source().map(|cause| words_of_cause(cause, lang)).unwrap_or_default();
    let list = |mark: &str, text: &str| if text.is_empty() { String::new() } else { format!("{mark}{text}") };
    match lang {
        Lang::Zh => {
            let suggested = suggested.map(|one| format!("；是否想写 {one}？")).unwrap_or_default();
            format!("{zh}{}{}{suggested}", list("：", &cause), list("；可选 ", &known))
        }
        Lang::En => {
            let suggested = suggested.map(|one| format!("; did you mean {one}?")).unwrap_or_default();
            format!("{en}{}{}{suggested}", list(": ", &cause), list("; possible: ", &known))
        }
    }
}

/// Why a value is none.
fn words_of_cause(cause: &(dyn Error + 'static), lang: Lang) -> String {
    let say = |zh: &str, en: &str| if lang == Lang::Zh { zh.to_owned() } else { en.to_owned() };
    if let Some(fault) = cause.downcast_ref::<FaultError>() {
        return fault.message(lang);
    }
    if cause.is::<AddrParseError>() {
        return say("应为 IP 地址，如 127.0.0.1", "an IP address stands there, such as 127.0.0.1");
    }
    match cause.downcast_ref::<ParseIntError>().map(ParseIntError::kind) {
        Some(IntErrorKind::PosOverflow) => return say("数字太大", "the number is too large"),
        Some(IntErrorKind::NegOverflow) => return say("数字太小", "the number is too small"),
        Some(_) => return say("应为整数", "a whole number stands there"),
        None => {}
    }
    let cause = cause.to_string();
    // So clap says of a number that it is out of its range.
    match cause.split_once(" is not in ").and_then(|(_, range)| range.split_once("..=")) {
        Some((from, to)) => say(&format!("应在 {from} 到 {to} 之间"), &format!("it is from {from} to {to}")),
        None => cause,
    }
}

fn text(value: &ContextValue, lang: Lang) -> String {
    let join = |list: Vec<String>| list.join(if lang == Lang::Zh { "、" } else { ", " });
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(list) => join(list.clone()),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(list) => join(list.iter().map(ToString::to_string).collect()),
        ContextValue::Bool(flag) => flag.to_string(),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
