//! Names of variables: `$body`, `$env:body`, `${body}`, and those in holes of texts.

use super::join::PLUS;

/// The name that a text begins with behind its `$`, and the length of all of it, the `$` too.
pub(crate) fn variable(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix('$')?;
    if let Some(braced) = rest.strip_prefix('{') {
        let end = braced.bytes().take(100).position(|byte| byte == b'}')?;
        return Some((plain(&braced[..end]), end + 3)).filter(|(name, _)| !name.is_empty());
    }
    let word = |text: &str| text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let mut length = word(rest);
    // `$env:name`, but not the `$name:` of a sentence or the `$name::` of a class.
    if rest[length..].starts_with(':') && word(&rest[length + 1..]) > 0 {
        length += 1 + word(&rest[length + 1..]);
    }
    Some((plain(&rest[..length]), length + 1)).filter(|(name, _)| !name.is_empty())
}

/// The name without its scope, which makes no difference to one script.
fn plain(name: &str) -> &str {
    let scope = ["global:", "script:", "local:", "private:"];
    let found = scope.iter().find(|scope| name.get(..scope.len()).is_some_and(|own| own.eq_ignore_ascii_case(scope)));
    found.map_or(name, |scope| &name[scope.len()..])
}

/// The name that a hole in a text holds, if nothing else: of `{name}`, `${name}`, `#{name}` and `\\(name)`, and PHP's `{$name}`.
pub(crate) fn in_hole(code: &str) -> &str {
    match code.trim_start_matches(['$', '#', '\\', PLUS]) {
        // `$name`, which is PHP's whole name.
        bare if !bare.starts_with(['{', '(']) => code,
        bracket => bracket.trim_start_matches(['{', '(']).trim_end_matches(['}', ')']).trim(),
    }
}

/// The two names that a hole in a text adds to each other, if it is such a one.
pub(crate) fn summands(code: &str) -> Option<(&str, &str)> {
    code.strip_prefix(PLUS)?;
    let (first, second) = in_hole(code).split_once(PLUS)?;
    Some((first.trim(), second.trim()))
}

/// The names that a hole in a text holds.
pub(crate) fn names_in_hole(code: &str) -> impl Iterator<Item = &str> {
    let own = if summands(code).is_some() { PLUS } else { '\0' };
    in_hole(code).split(own).map(str::trim)
}
