//! The formats of texts that are checked: those of JSON Schema that a few lines tell for sure.

use std::net::{Ipv4Addr, Ipv6Addr};

/// A format.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Format {
    /// A day and a time, with what it is off from UTC: RFC 3339.
    DateTime,
    /// A day.
    Date,
    /// An address for mail.
    Email,
    /// An address with its scheme.
    Uri,
    /// An address of four numbers.
    Ipv4,
    /// An address of eight groups.
    Ipv6,
    /// A UUID.
    Uuid,
}

impl Format {
    const ALL: [Self; 7] = [Self::DateTime, Self::Date, Self::Email, Self::Uri, Self::Ipv4, Self::Ipv6, Self::Uuid];

    /// The format of a name; none for one that is not checked.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The name in a schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::Email => "email",
            Self::Uri => "uri",
            Self::Ipv4 => "ipv4",
            Self::Ipv6 => "ipv6",
            Self::Uuid => "uuid",
        }
    }

    /// A text of this format.
    pub fn example(self) -> &'static str {
        match self {
            Self::DateTime => "2026-01-02T03:04:05Z",
            Self::Date => "2026-01-02",
            Self::Email => "name@example.com",
            Self::Uri => "https://example.com/",
            Self::Ipv4 => "192.0.2.1",
            Self::Ipv6 => "2001:db8::1",
            Self::Uuid => "123e4567-e89b-12d3-a456-426614174000",
        }
    }

    /// Whether a text is of this format.
    pub fn holds(self, text: &str) -> bool {
        match self {
            Self::DateTime => is_date_time(text),
            Self::Date => is_date(text),
            Self::Email => is_email(text),
            Self::Uri => is_uri(text),
            Self::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
            Self::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
            Self::Uuid => is_uuid(text),
        }
    }
}

fn is_date_time(text: &str) -> bool {
    let Some((date, rest)) = text.split_at_checked(10) else { return false };
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else { return false };
    let Some((clock, rest)) = time.split_at_checked(8) else { return false };
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let digits = fraction.trim_start_matches(|char: char| char.is_ascii_digit());
            if digits.len() == fraction.len() {
                return false;
            }
            digits
        }
        None => rest,
    };
    let is_offset = match rest.strip_prefix(['+', '-']) {
        Some(offset) => numbers(offset, ':', &[2, 2]).is_some_and(|own| own[0] < 24 && own[1] < 60),
        None => rest.eq_ignore_ascii_case("z"),
    };
    // A minute may have a leap second.
    let is_clock = numbers(clock, ':', &[2, 2, 2]).is_some_and(|own| own[0] < 24 && own[1] < 60 && own[2] < 61);
    is_date(date) && is_clock && is_offset
}

fn is_date(text: &str) -> bool {
    let Some(own) = numbers(text, '-', &[4, 2, 2]) else { return false };
    let (year, month, day) = (own[0], own[1], own[2]);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The numbers between some signs, each of so many digits.
fn numbers(text: &str, sign: char, digits: &[usize]) -> Option<Vec<u32>> {
    let parts: Vec<_> = text.split(sign).collect();
    let is_number =
        |(part, digits): (&&str, &usize)| part.len() == *digits && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_all = parts.len() == digits.len() && parts.iter().zip(digits).all(is_number);
    if is_all { parts.iter().map(|part| part.parse().ok()).collect() } else { None }
}

fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let is_plain =
        |part: &str| !part.is_empty() && !part.contains(|char: char| char.is_whitespace() || char.is_control());
    is_plain(local) && is_plain(host) && !host.contains('@') && host.split('.').all(|label| !label.is_empty())
}

fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char));
    let is_plain =
        !rest.contains(|char: char| char.is_whitespace() || char.is_control() || "<>\"{}|\\^`".contains(char));
    is_scheme && !rest.is_empty() && rest != "//" && is_plain
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let is_hex = |part: &&str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12]) && parts.iter().all(is_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_a_format_and_what_is_not() {
        for format in Format::ALL {
            assert!(Format::named(format.name()) == Some(format) && format.holds(format.example()), "{format:?}");
            for text in ["", " ", "x", "é新", "1", "-", ":", "@", "....", "--:--", &format!(" {}", format.example())]
            {
                assert!(!format.holds(text), "{format:?}: {text:?}");
            }
        }
        for (format, good, bad) in [
            (
                Format::DateTime,
                &["2024-02-29t23:59:60z", "2026-01-02 03:04:05.678+08:00", "2026-01-02T03:04:05.1-00:30"][..],
                &[
                    "2026-01-02",
                    "2026-01-02T03:04:05",
                    "2026-01-02T24:00:00Z",
                    "2026-01-02T03:04Z",
                    "2026-01-02T03:04:05.Z",
                ][..],
            ),
            (Format::Date, &["2000-02-29"], &["1900-02-29", "2026-13-01", "2026-04-31", "26-04-01", "2026-00-10"]),
            (Format::Email, &["a.b+c@x", "名@例.cn"], &["a", "a@", "@b", "a b@c", "a@b..c"]),
            (
                Format::Uri,
                &["mailto:a@b.c", "weixin://dl/x?y#z", "https://例.cn/"],
                &["//h/x", "/x", "h t:x", "http:", "http://a b"],
            ),
            (Format::Ipv4, &["0.0.0.0"], &["1.2.3", "1.2.3.256", "01.2.3.4"]),
            (Format::Ipv6, &["::"], &["1.2.3.4", ":::"]),
            (Format::Uuid, &["123E4567-E89B-12D3-A456-426614174000"], &["123e4567e89b12d3a456426614174000"]),
        ] {
            assert!(good.iter().all(|text| format.holds(text)), "{format:?}");
            assert!(bad.iter().all(|text| !format.holds(text)), "{format:?}");
        }
    }
}
