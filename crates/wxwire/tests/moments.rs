//! Every day from the first moment that is told to the last, against a calendar that counts them.

use wxwire::moment::utc;

const DAY: i64 = 86_400;

fn days_of(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[test]
fn every_day_has_its_date() {
    let (mut year, mut month, mut date) = (1970, 1, 1);
    let mut told = 0;
    for day in 0.. {
        let start = day * DAY;
        if start >= 100_000_000_000 {
            break;
        }
        // All days of a hundred years, then the ends of months.
        if start >= 1_000_000_000 && (year < 2105 || date == 1 || date >= 28) {
            let second = start + day * 7919 % DAY;
            if second < 100_000_000_000 {
                let (hour, minute, rest) = (second % DAY / 3600, second % 3600 / 60, second % 60);
                let expected = format!("{year}-{month:02}-{date:02} {hour:02}:{minute:02}:{rest:02} UTC");
                assert_eq!(utc(second).as_deref(), Some(expected.as_str()), "{second}");
                told += 1;
            }
        }
        date += 1;
        if date > days_of(year, month) {
            (month, date) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    assert!(told > 100_000, "{told}");
}

#[test]
fn every_second_of_a_day_has_its_time() {
    for second in 0..DAY {
        let told = utc(1_767_225_600 + second).expect("a moment");
        let (hour, minute, rest) = (second / 3600, second % 3600 / 60, second % 60);
        assert_eq!(told, format!("2026-01-01 {hour:02}:{minute:02}:{rest:02} UTC"));
    }
}

#[test]
fn what_is_too_small_or_too_large_is_no_moment() {
    for number in [i64::MIN, -1, 0, 999_999_999, 100_000_000_000, i64::MAX] {
        assert_eq!(utc(number), None, "{number}");
    }
    assert_eq!(utc(1_000_000_000).as_deref(), Some("2001-09-09 01:46:40 UTC"));
    assert!(utc(99_999_999_999).is_some());
}
