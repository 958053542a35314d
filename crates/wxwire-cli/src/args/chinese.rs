//! The help in Chinese.

mod words;

use clap::{Arg, ArgAction, Command};

use words::{about, help, value_name};

/// Puts the Chinese texts in the place of the English ones.
pub fn translate(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command
        .about("编写、检查、发送和解读微信与企业微信消息")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag())
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help("打印版本"))
        .help_template("{about-with-newline}\n用法：{usage}\n\n命令：\n{subcommands}\n\n选项：\n{options}{after-help}")
        .mut_args(|arg| argument("", arg));
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| {
            let places = if sub.get_positionals().next().is_some() { "参数：\n{positionals}\n\n" } else { "" };
            let template =
                format!("{{about-with-newline}}\n用法：{{usage}}\n\n{places}选项：\n{{options}}{{after-help}}");
            let about = about(&name);
            sub.disable_help_flag(true)
                .arg(help_flag())
                .mut_args(|arg| argument(&name, arg))
                .about(about)
                .help_template(template)
        })
    })
}

/// A text in which clap names what can stand in a line, as it does for every language.
pub fn usage(text: &str) -> String {
    text.replace("[OPTIONS]", "[选项]").replace("<COMMAND>", "<命令>").replace("[COMMAND]", "[命令]")
}

/// Behind all others, as clap puts its own.
fn help_flag() -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(999).help("打印帮助")
}

/// An argument of a command with its help; what clap would say of its values in English is said in it.
fn argument(command: &str, arg: Arg) -> Arg {
    let arg = with_value_name(arg);
    let text = help(command, arg.get_id().as_str());
    if text.is_empty() {
        return arg;
    }
    if !arg.get_action().takes_values() {
        return arg.help(text);
    }
    let possible: Vec<_> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let said = [("可选 ", possible), ("默认 ", default)].into_iter().filter(|(_, values)| !values.is_empty());
    let said: Vec<_> = said.map(|(word, values)| format!("{word}{}", values.join("、"))).collect();
    let text = if said.is_empty() { text.to_owned() } else { format!("{text}（{}）", said.join("；")) };
    arg.help(text).hide_possible_values(true).hide_default_value(true)
}

/// An argument whose value is called by a Chinese name.
fn with_value_name(arg: Arg) -> Arg {
    let own = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let is_positional = arg.get_long().is_none() && arg.get_short().is_none();
    let name = own.or_else(|| is_positional.then(|| arg.get_id().as_str().to_uppercase()));
    match name.as_deref().and_then(value_name) {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn nothing_is_left_untranslated() {
        let command = crate::args::Cli::command();
        for sub in command.get_subcommands() {
            assert!(!about(sub.get_name()).is_empty(), "{}", sub.get_name());
            for argument in sub.get_arguments() {
                assert!(
                    !help(sub.get_name(), argument.get_id().as_str()).is_empty(),
                    "{} {}",
                    sub.get_name(),
                    argument.get_id()
                );
            }
        }
        crate::args::command(wxwire::lang::Lang::Zh).debug_assert();
    }
}
