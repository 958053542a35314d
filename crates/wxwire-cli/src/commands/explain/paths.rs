//! Every value on a line of its own, behind its path.

use serde_json::json;
use wxwire::explain::Part;

use crate::options::Options;
use crate::terminal;

/// Prints `path = value`, all of it: made to be searched. Of several payloads each line begins with the number of its own.
pub(super) fn show(parts: &[Part<'_>], bytes: &[u8], options: &Options) {
    for (at, part) in parts.iter().enumerate() {
        let number = (parts.len() > 1).then_some(at + 1);
        let before = number.map(|number| format!("{number}:")).unwrap_or_default();
        let prefix = part.prefix(bytes);
        for line in part.explanation.lines.iter().filter(|line| !line.opened) {
            let path = format!("{prefix}{}", line.path);
            if options.json {
                let mut out = json!({"path": path, "value": line.value});
                if let Some(number) = number {
                    out["number"] = number.into();
                }
                terminal::json(&out);
            } else {
                let (path, value) = (terminal::one_line(&path), terminal::one_line(&line.value));
                terminal::say(&format!("{before}{path} = {value}"));
            }
        }
    }
}

/// The payloads that a path is looked for in, and the path there: of the source, behind the number of its payload where it is
/// printed so, or of the payload itself.
pub(super) fn places<'a, 'p, 't>(
    parts: &'a [Part<'p>],
    bytes: &'a [u8],
    path: &'t str,
) -> impl Iterator<Item = (&'a Part<'p>, &'t str)> {
    let numbered = path.split_once(':').and_then(|(number, path)| Some((number.parse::<usize>().ok()?, path)));
    let numbered = numbered.and_then(|(number, path)| Some((parts.get(number.checked_sub(1)?)?, path)));
    let all = super::many::by_kind(parts).map(move |part| (part, path));
    numbered.into_iter().chain(all).map(|(part, path)| (part, own(part, bytes, path)))
}

/// A path as one of the payload's own.
pub(super) fn own<'t>(part: &Part<'_>, bytes: &[u8], path: &'t str) -> &'t str {
    path.strip_prefix(&*part.prefix(bytes)).filter(|rest| rest.starts_with(['/', '!'])).unwrap_or(path)
}

/// The same of `PATH=VALUE`; a number before it has to be the payload's.
pub(super) fn typed<'t>(part: &Part<'_>, parts: &[Part<'_>], bytes: &[u8], typed: &'t str) -> &'t str {
    let numbered = typed.split_once(':').and_then(|(number, path)| Some((number.parse::<usize>().ok()?, path)));
    let is_its =
        |number: usize| number.checked_sub(1).and_then(|at| parts.get(at)).is_some_and(|one| std::ptr::eq(one, part));
    let path = numbered.filter(|(number, _)| is_its(*number)).map_or(typed, |(_, path)| path);
    own(part, bytes, path)
}
