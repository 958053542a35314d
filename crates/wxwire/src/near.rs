//! Names that are like another one.

/// Of some names, the one most like a name that is none of them; or nothing.
pub(crate) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> &'n str {
    let near = known.map(|known| (distance(name, known, 2), known)).min_by_key(|(distance, _)| *distance);
    match near {
        Some((distance, known)) if distance <= 2 && distance < known.len() => known,
        _ => "",
    }
}

/// How many letters must change, ignoring case; large for long words, and where one is longer than the other by more than
/// `most`.
pub(crate) fn distance(a: &str, b: &str, most: usize) -> usize {
    if a.len() > 64 || a.len().abs_diff(b.len()) > most {
        return usize::MAX;
    }
    let (a, b): (Vec<char>, Vec<char>) =
        (a.to_ascii_lowercase().chars().collect(), b.to_ascii_lowercase().chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            let least = change.min(row[j] + 1).min(row[j + 1] + 1);
            corner = std::mem::replace(&mut row[j + 1], least);
        }
    }
    row[b.len()]
}
