//! References: what stands in a text for a character, without a document type.

use std::borrow::Cow;

/// A text with its references resolved.
///
/// # Errors
/// What should stand instead of the first that is none.
pub(super) fn resolve(raw: &str) -> Result<Cow<'_, str>, &'static str> {
    let Some(first) = memchr::memchr(b'&', raw.as_bytes()) else { return Ok(Cow::Borrowed(raw)) };
    let (before, mut rest) = (&raw[..first], &raw[first + 1..]);
    let mut resolved = String::with_capacity(raw.len());
    resolved.push_str(before);
    loop {
        let end = rest.find(['&', ';']).filter(|end| rest[*end..].starts_with(';'));
        let end = end.ok_or("& → &amp;")?;
        resolved.push(character(&rest[..end])?);
        rest = &rest[end + 1..];
        let Some((plain, behind)) = rest.split_once('&') else { break };
        resolved.push_str(plain);
        rest = behind;
    }
    resolved.push_str(rest);
    Ok(Cow::Owned(resolved))
}

/// The character that a reference's name stands for.
///
/// # Errors
/// What such names are.
pub(super) fn character(name: &str) -> Result<char, &'static str> {
    let number = match name {
        "amp" => return Ok('&'),
        "lt" => return Ok('<'),
        "gt" => return Ok('>'),
        "quot" => return Ok('"'),
        "apos" => return Ok('\''),
        _ => name.strip_prefix('#').ok_or("&amp; &lt; &gt; &quot; &apos;")?,
    };
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    // Rust reads a sign too.
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'));
    code.and_then(char::from_u32).filter(|char| *char != '\0').ok_or("&#20320; &#x4F60;")
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn reads_as_the_library_does(
            raw in "(&(amp|lt|gt|quot|apos|nbsp|#[x+-]?[0-9A-F]{0,6}|#x?10FFFF|#x?D800);|[&;#xa你]){0,5}",
        ) {
            assert_eq!(resolve(&raw).ok(), quick_xml::escape::unescape(&raw).ok(), "{raw}");
        }
    }
}
