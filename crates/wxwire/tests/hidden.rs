//! Every character that does not show is named by its number, and no other is.

use wxwire::hidden::sentence;
use wxwire::lang::Lang;

fn is_named(char: char) -> bool {
    let marks = "\u{ad}\u{61c}\u{200b}\u{200e}\u{200f}\u{2060}\u{feff}";
    let ranges = ['\u{2028}'..='\u{202e}', '\u{2066}'..='\u{2069}', '\u{e0000}'..='\u{e001f}'];
    let is_control = char.is_control() && char != '\t' && char != '\n';
    is_control || marks.contains(char) || ranges.iter().any(|range| range.contains(&char))
}

#[test]
fn each_is_named_by_its_number_and_no_other_is() {
    for char in (0..0x2_0000).chain(0xe_0000..0xe_0100).filter_map(char::from_u32) {
        let told = sentence(&format!("a{char}b"), Lang::En);
        assert_eq!(told.is_some(), is_named(char), "{:x}", char as u32);
        if let Some(told) = told {
            let name = told.strip_prefix(&format!("contains U+{:04X} ", char as u32)).expect(&told);
            assert!(name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase() || b" -".contains(&byte)));
            let zh = sentence(&format!("{char}{char}"), Lang::Zh);
            assert_eq!(zh, Some(format!("含不可见字符：U+{:04X} {name}", char as u32)));
        }
    }
}

/// Each is named once, in the order of the text: eight at most, and a sign that there are more.
#[test]
fn eight_are_named_and_it_is_said_that_there_are_more() {
    let all: Vec<_> = ('\u{1}'..' ').filter(|char| is_named(*char)).collect();
    for count in 1..=all.len() {
        let text: String = all[..count].iter().flat_map(|char| ['x', *char, *char]).collect();
        for (lang, between) in [(Lang::En, ", "), (Lang::Zh, "、")] {
            let told = sentence(&text, lang).expect("it names some");
            assert_eq!(told.matches("U+").count(), count.min(8));
            assert_eq!(told.matches(between).count(), count.min(8) - 1);
            assert_eq!(told.ends_with('…'), count > 8, "{told}");
            let places: Vec<_> =
                all[..count.min(8)].iter().map(|char| told.find(&format!("U+{:04X}", *char as u32))).collect();
            assert!(places.is_sorted() && places[0].is_some());
        }
    }
}
