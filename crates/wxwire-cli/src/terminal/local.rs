//! Local time, beside a time in UTC.

use std::sync::LazyLock;

use jiff::{Timestamp, tz::TimeZone};
use wxwire::lang::Lang;

/// How a time in UTC ends.
const UTC: &str = " UTC";

/// How long it is in front of that: `2026-01-02 03:04:05`.
const LENGTH: usize = 19;

/// A text with every time in UTC followed by what the clock on the wall says, where that is another.
pub fn beside(text: &str, lang: Lang) -> String {
    if text.contains(UTC) { with_zone(text, &ZONE, lang) } else { text.to_owned() }
}

/// The file in which a system keeps its zone.
const FILE: &str = "/etc/localtime";

/// The zone of this machine, read once. Where the environment names none, the system's file is all that it takes: a zone is
/// found by its name among all that there are, and to list those takes longer than a whole check.
static ZONE: LazyLock<TimeZone> = LazyLock::new(|| {
    let own = if std::env::var_os("TZ").is_none() { std::fs::read(FILE).ok() } else { None };
    own.and_then(|zone| TimeZone::tzif("", &zone).ok()).unwrap_or_else(TimeZone::system)
});

fn with_zone(text: &str, zone: &TimeZone, lang: Lang) -> String {
    let mut out = String::new();
    let mut parts = text.split(UTC).peekable();
    while let Some(part) = parts.next() {
        out.push_str(part);
        if parts.peek().is_none() {
            break;
        }
        out.push_str(UTC);
        let time = part.len().checked_sub(LENGTH).and_then(|start| part.get(start..));
        if let Some(local) = time.and_then(|time| local(time, zone)) {
            out += &match lang {
                Lang::Zh => format!("（当地 {local}）"),
                Lang::En => format!(" (here {local})"),
            };
        }
    }
    out
}

/// A time in UTC as the time of a zone, with how far that is off; none where it is not.
fn local(utc: &str, zone: &TimeZone) -> Option<String> {
    let time: Timestamp = format!("{}Z", utc.replacen(' ', "T", 1)).parse().ok()?;
    let there = time.to_zoned(zone.clone());
    (!there.offset().is_zero()).then(|| there.strftime("%Y-%m-%d %H:%M:%S %:z").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_on_the_wall_stands_beside() {
        let at = |text: &str, zone: &str| {
            let zone = TimeZone::posix(zone).expect("a zone");
            with_zone(text, &zone, Lang::En)
        };
        let text = "1 = 2023-11-14 22:13:20 UTC, 2 = 2024-02-28 23:59:59 UTC";
        let there = "1 = 2023-11-14 22:13:20 UTC (here 2023-11-15 06:13:20 +08:00), \
                     2 = 2024-02-28 23:59:59 UTC (here 2024-02-29 07:59:59 +08:00)";
        assert_eq!(at(text, "CST-8"), there);
        assert_eq!(at(text, "UTC0"), text);
        for other in ["UTC", " UTC", "号码 UTC", "2023-13-45 99:99:99 UTC", "é023-11-14 22:13:20 UTC UTC"] {
            assert_eq!(at(other, "CST-8"), other);
        }
        assert_eq!(
            with_zone(
                "2026-07-01 00:00:00 UTC",
                &TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("a zone"),
                Lang::Zh
            ),
            "2026-07-01 00:00:00 UTC（当地 2026-07-01 02:00:00 +02:00）"
        );
    }
}
