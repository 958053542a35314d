//! What `cargo xtask new operation` copies compiles, and is an operation.

mod skeleton;

use self::skeleton::Skeleton;
use super::Entry;

#[test]
fn the_skeleton_is_an_operation() {
    static ENTRY: Entry = Entry::of::<Skeleton>();
    let examples = ENTRY.examples();
    assert_eq!(ENTRY.check(examples[0].values.as_bytes()), []);
    assert!(ENTRY.schema().unknown_keywords.is_empty());
}
