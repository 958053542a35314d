//! One character of a text as it reads, whatever it is escaped with: in JSON, in a URL, in HTML, once or more often.

/// A character, and how it is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Sign {
    pub(super) char: char,
    /// Where it ends in the text.
    pub(super) end: usize,
    /// How deep it is escaped as in JSON or HTML. Quotes that belong together are escaped alike.
    pub(super) depth: usize,
    /// How often it is escaped as in a URL.
    pub(super) percent: usize,
}

/// The entities that quotes and brackets are written as.
const ENTITIES: [(&str, char); 12] = [
    ("quot;", '"'),
    ("#34;", '"'),
    ("#x22;", '"'),
    ("apos;", '\''),
    ("#39;", '\''),
    ("#x27;", '\''),
    ("lt;", '<'),
    ("#60;", '<'),
    ("gt;", '>'),
    ("#62;", '>'),
    ("#61;", '='),
    ("#58;", ':'),
];

/// What begins an order to a terminal.
const ESCAPE: char = '\u{1b}';

/// No change of colour has more signs.
const COLOUR: usize = 32;

impl Sign {
    /// The one at a place.
    pub(super) fn at(text: &str, at: usize) -> Option<Self> {
        let char = text.get(at..)?.chars().next()?;
        let plain = Self { char, end: at + char.len_utf8(), depth: 0, percent: 0 };
        Some(match char {
            '\\' => escaped(text, at),
            '%' => percent(text, at).map_or(plain, |sign| behind(text, sign)),
            '&' => entity(text, at),
            // Letters and the sign of equality as wide as Chinese ones, as an input method writes them.
            'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' | '＝' | '＿' | '－' => {
                Self { char: narrow(char), ..plain }
            }
            _ => plain,
        })
        .map(|sign| if sign.char == ESCAPE { coloured(text, sign) } else { sign })
    }

    /// What a terminal obeys and shows nothing of: a change of colour, which parts no word from its value.
    pub(super) fn is_colour(self) -> bool {
        self.char == ESCAPE
    }

    /// Whether nothing shows of it but room.
    pub(super) fn is_blank(self) -> bool {
        self.is_colour() || self.char.is_whitespace()
    }

    pub(super) fn is_quote(self) -> bool {
        matches!(self.char, '"' | '\'' | '`' | '“' | '”' | '‘' | '’')
    }

    /// Whether this quote ends what that one began: the same one, escaped no deeper.
    pub(super) fn closes(self, opening: Self) -> bool {
        let other = match opening.char {
            '“' => '”',
            '‘' => '’',
            same => same,
        };
        (self.char == other || self.char == opening.char) && self.depth <= opening.depth
    }

    /// A line break of the text itself.
    pub(super) fn breaks(self) -> bool {
        matches!(self.char, '\n' | '\r') && self.depth == 0 && self.percent == 0
    }

    pub(super) fn is_word(self) -> bool {
        self.char.is_ascii_alphanumeric() || matches!(self.char, '_' | '-')
    }
}

/// The same character as ASCII has it.
fn narrow(wide: char) -> char {
    char::from_u32(wide as u32 - 0xfee0).unwrap_or(wide)
}

/// The whole change of colour that an escape begins: `ESC[1;31m`.
fn coloured(text: &str, escape: Sign) -> Sign {
    let bytes = &text.as_bytes()[escape.end..];
    let is_number = |byte: &&u8| byte.is_ascii_digit() || matches!(**byte, b';' | b':');
    let length = bytes.iter().skip(1).take(COLOUR).take_while(is_number).count();
    let is_whole = bytes.first() == Some(&b'[') && matches!(bytes.get(1 + length), Some(b'm' | b'K'));
    if is_whole { Sign { end: escape.end + length + 2, ..escape } } else { escape }
}

/// Backslashes and what they escape.
fn escaped(text: &str, at: usize) -> Sign {
    let rest = &text[at..];
    let depth = rest.bytes().take_while(|byte| *byte == b'\\').count();
    let behind = &rest[depth..];
    let number = |from: usize, digits: usize| u32::from_str_radix(behind.get(from..from + digits)?, 16).ok();
    let (char, length) = match behind.as_bytes().first() {
        Some(b'u') => match number(1, 4) {
            Some(code) => (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 5),
            None => ('\\', 0),
        },
        Some(b'x') => match number(1, 2).and_then(char::from_u32) {
            Some(char) => (char, 3),
            None => ('\\', 0),
        },
        Some(b'n' | b'r') => ('\n', 1),
        Some(b't') => ('\t', 1),
        Some(byte @ (b'"' | b'\'' | b'/' | b'`')) => (char::from(*byte), 1),
        // In HTML, as a page shows it.
        Some(b'&') => match entity(text, at + depth) {
            sign if sign.is_quote() => return Sign { depth: depth + sign.depth, ..sign },
            _ => ('\\', 0),
        },
        _ => ('\\', 0),
    };
    Sign { char, end: at + depth + length, depth, percent: 0 }
}

/// A byte of a URL.
fn percent(text: &str, at: usize) -> Option<Sign> {
    let bytes = text.as_bytes();
    let hex = |at: usize| Some(char::from(*bytes.get(at)?).to_digit(16)? as u8);
    let byte = |at: usize| Some(hex(at)? << 4 | hex(at + 1)?);
    let (mut value, mut end, mut level) = (byte(at + 1)?, at + 3, 1);
    while let (b'%', Some(next)) = (value, byte(end)) {
        (value, end, level) = (next, end + 2, level + 1);
    }
    let char = if value.is_ascii() { char::from(value) } else { char::REPLACEMENT_CHARACTER };
    Some(Sign { char, end, depth: 0, percent: level })
}

/// A quote or a line break in JSON behind its backslashes, all of them bytes of a URL; else the backslashes, or the sign as
/// it is.
fn behind(text: &str, first: Sign) -> Sign {
    let (mut last, mut depth) = (first, 0);
    while last.char == '\\' && last.percent == first.percent {
        let at = last.end;
        let next = match text.as_bytes().get(at) {
            Some(b'%') => percent(text, at),
            Some(b'n' | b'r' | b't') => Some(Sign { char: '\n', end: at + 1, ..first }),
            _ => None,
        };
        depth += 1;
        match next {
            Some(next) if matches!(next.char, '"' | '\'' | '/' | '\n') => return Sign { depth, ..next },
            Some(next) if next.char == '\\' => last = next,
            _ => break,
        }
    }
    last
}

/// An ampersand, or what it begins, escaped as often as it may be.
fn entity(text: &str, at: usize) -> Sign {
    let (mut end, mut depth) = (at + 1, 0);
    while text[end..].starts_with("amp;") {
        (end, depth) = (end + "amp;".len(), depth + 1);
    }
    match ENTITIES.iter().find(|(name, _)| text[end..].starts_with(name)) {
        Some((name, char)) => Sign { char: *char, end: end + name.len(), depth: depth + 1, percent: 0 },
        None => Sign { char: '&', end, depth, percent: 0 },
    }
}
