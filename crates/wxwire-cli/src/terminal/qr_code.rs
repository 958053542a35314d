//! A QR code, drawn with blocks that are half a line high.

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use super::Colour;

/// The code of a text; none where it is too long for one. Where colours are wanted it is black on white, which every
/// terminal shows alike; else it is drawn for a dark one.
pub fn qr_code(text: &str) -> Option<String> {
    let code = QrCode::new(text).ok()?;
    let mut picture = code.render::<Dense1x2>();
    if !Colour::wanted() {
        return Some(picture.dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build());
    }
    let lines = picture.build();
    Some(lines.lines().map(|line| format!("\u{1b}[30;107m{line}\u{1b}[0m")).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_square_and_has_a_margin() {
        let code = qr_code("https://example.com/q?qrcode=4c1b5d3f9e7a8b6c&bot_type=3").expect("it is short");
        let lines: Vec<_> = code.lines().collect();
        let width = lines[0].chars().count();
        assert!(lines.iter().all(|line| line.chars().count() == width) && lines.len() == width.div_ceil(2), "{code}");
        assert!(lines[0].chars().all(|char| char == '█') && width > 29, "{code}");
        assert_eq!(qr_code(&"x".repeat(4000)), None);
    }
}
