//! Short names for what a module imports from its script. What wasm-bindgen writes tells people which function it is, and
//! several builds in one page apart; neither compresses, and here nobody reads it. Nor does anybody read the sections that
//! tell tools how a module was made.

/// What begins every module: `\0asm`, and the version.
const HEAD: usize = 8;

/// A section that means nothing to who runs the module.
const CUSTOM: u8 = 0;

/// The section that names what a module imports.
const IMPORTS: u8 = 2;

/// A module and its script with short names for the imports, and without custom sections; nothing where the two do not
/// belong together.
pub(super) fn shortened(wasm: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let (mut out, mut rest) = (wasm.get(..HEAD)?.to_vec(), &wasm[HEAD..]);
    let mut script = script.to_owned();
    while let Some((id, behind)) = rest.split_first() {
        let (size, behind) = number(behind)?;
        let (section, next) = behind.split_at_checked(size)?;
        rest = next;
        if *id == CUSTOM {
            continue;
        }
        let section = if *id == IMPORTS { renamed(section, &mut script)? } else { section.to_vec() };
        out.push(*id);
        write_number(&mut out, section.len());
        out.extend(section);
    }
    Some((out, script))
}

/// The section of imports with short names, which the script gets too.
fn renamed(section: &[u8], script: &mut String) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    for at in 0..count {
        let (module, behind) = name(rest)?;
        let (own, behind) = name(behind)?;
        let short = format!("i{at:x}");
        let member = format!("\n{own}: ");
        if script.matches(&member).count() != 1 {
            return None;
        }
        *script = script.replace(&member, &format!("\n{short}: "));
        for text in [module, &short] {
            write_number(&mut out, text.len());
            out.extend(text.bytes());
        }
        // Behind the names stands what it is: all that scripts give are functions, each of a type.
        let (kind, behind) = behind.split_first()?;
        let (of, behind) = number(behind).filter(|_| *kind == 0)?;
        out.push(*kind);
        write_number(&mut out, of);
        rest = behind;
    }
    rest.is_empty().then_some(out)
}

fn name(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (name, rest) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(name).ok()?, rest))
}

/// A number as modules write it, seven bits a byte, and what is behind it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let last = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)?;
    let (own, rest) = bytes.split_at(last + 1);
    Some((own.iter().rev().fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f)), rest))
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of one section of imports, and one behind it.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut section = vec![names.len() as u8];
        for name in names {
            section.extend([1, b'm', name.len() as u8]);
            section.extend(name.bytes());
            section.extend([0, 3]);
        }
        [b"\0asm\x01\0\0\0\x02".as_slice(), &[section.len() as u8], &section, &[7, 1, 9]].concat()
    }

    #[test]
    fn names_become_short_in_both() {
        let script = "x = {\n__wbg_a_00ff: function() {},\n__wbg_b_01: b,\n};\n__wbg_init();\n";
        let (wasm, script) = shortened(&module(&["__wbg_b_01", "__wbg_a_00ff"]), script).expect("both name them");
        assert_eq!(wasm, module(&["i0", "i1"]));
        assert_eq!(script, "x = {\ni1: function() {},\ni0: b,\n};\n__wbg_init();\n");
    }

    #[test]
    fn what_does_not_belong_together_is_told() {
        assert_eq!(shortened(&module(&["a"]), "x = {\nb: c\n}"), None);
        assert_eq!(shortened(&module(&["a"])[..12], "x = {\na: c\n}"), None);
    }

    #[test]
    fn numbers_of_any_length_are_read_and_written_alike() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, 500_000] {
            let mut out = Vec::new();
            write_number(&mut out, number);
            assert_eq!(super::number(&out), Some((number, [].as_slice())));
        }
    }
}
