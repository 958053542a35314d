//! Where a gateway is: scheme, host, and what stands before its paths.

/// Whether a text is a base URL: `http` or `https`, a host, at most a port, and at most a path that goes nowhere up.
pub fn is_base_url(text: &str) -> bool {
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://")).unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    let strange = |char: char| char.is_whitespace() || char.is_control() || "@?#\\\"<>".contains(char);
    let is_up = |step: &str| matches!(step.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
    is_host(host) && !rest.contains(strange) && !rest.split('/').skip(1).any(is_up)
}

/// Whether a text is a host, with a port or without one.
fn is_host(text: &str) -> bool {
    // An address of IPv6 has colons of its own, and stands in brackets.
    let (name, port) = match text.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((address, "")) => (address, None),
            Some((address, behind)) if behind.starts_with(':') => (address, Some(&behind[1..])),
            _ => return false,
        },
        None => text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port))),
    };
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|number| number > 0)
    };
    let is_name = match text.starts_with('[') {
        true => is_ipv6(name),
        false => !name.is_empty() && !name.contains(['[', ']', '%']),
    };
    is_name && port.is_none_or(is_port)
}

/// Whether a text is an address of IPv6: eight groups, `::` in the place of some; the last two may be an address of IPv4.
/// The library's own way to read one takes four times the room.
fn is_ipv6(text: &str) -> bool {
    let is_byte = |part: &str| !(part.len() > 1 && part.starts_with('0')) && part.parse::<u8>().is_ok();
    let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (mut groups, mut gaps) = (0, 0);
    let all: Vec<_> = text.split(':').collect();
    let last = all.len() - 1;
    for (at, group) in all.iter().enumerate() {
        let edge = at == 0 && last > 0 && all[1].is_empty() || at == last && last > 0 && all[last - 1].is_empty();
        match group.len() {
            0 if edge => {}
            0 if at == 0 || at == last => return false,
            0 => gaps += 1,
            1..=4 if is_hex(group) => groups += 1,
            _ if at == last => {
                let bytes: Vec<_> = group.split('.').collect();
                groups += 2;
                if bytes.len() != 4 || !bytes.iter().all(|part| is_byte(part) && is_hex(part)) {
                    return false;
                }
            }
            _ => return false,
        }
    }
    gaps == 0 && groups == 8 || gaps == 1 && groups < 8
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_of_ipv6_is_what_the_library_takes_for_one() {
        let check = |text: &str| {
            assert_eq!(super::is_ipv6(text), text.parse::<std::net::Ipv6Addr>().is_ok(), "{text:?}");
        };
        // Every text of a few of these parts.
        let parts = [
            "",
            ":",
            "::",
            "1",
            "ffff",
            "12345",
            "g",
            "1.2.3.4",
            "1.2.3",
            "01.2.3.4",
            "256.1.1.1",
            "+1.2.3.4",
            "1:2:3:4:5",
        ];
        for first in parts {
            for second in parts {
                for third in parts {
                    parts.iter().for_each(|last| check(&format!("{first}{second}{third}{last}")));
                }
            }
        }
        for text in ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::3:4:5:6:7:8:9", "1:2:3:4:5:6:1.2.3.4"]
        {
            check(text);
        }
    }
}
