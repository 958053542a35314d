//! What is only there where types are asked: a program that does without `derive`, as the page, holds nothing of it.

pub(crate) const fn derived<T: Copy>(it: T) -> Option<T> {
    if cfg!(feature = "derive") { Some(it) } else { None }
}
