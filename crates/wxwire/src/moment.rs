//! A Unix second as a date, for a person.

/// The date and time in UTC; nothing for numbers that are too small or too large to be meant as one.
pub fn utc(seconds: i64) -> Option<String> {
    if !(1_000_000_000..100_000_000_000).contains(&seconds) {
        return None;
    }
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Days since 0000-03-01, so that the leap day ends a year.
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = era * 400 + year + carry;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    Some(format!("{year}-{month:02}-{date:02} {hour:02}:{minute:02}:{second:02} UTC"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_days_and_year_ends() {
        assert_eq!(utc(1_709_164_800).as_deref(), Some("2024-02-29 00:00:00 UTC"));
        assert_eq!(utc(1_767_225_599).as_deref(), Some("2025-12-31 23:59:59 UTC"));
        assert_eq!(utc(3600), None);
    }
}
