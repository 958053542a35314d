//! Credentials, which do not show themselves, and the search for secrets in texts.
//!
//! A secret is found in one of three ways, and each has its own place for one more form of text:
//!
//! - **behind its name** (`scan.rs`, one pass over any text): `names.rs` has the names, `scan/` a file for each thing that a name may
//!   stand in (markup, an option, a declaration, a sentence), `value/` says where the value begins and ends, and `sign.rs` reads a
//!   sign however it is escaped. `glance.rs` tells quickly that a text has none of it.
//! - **beside no name, told by its place** (`text.rs`, `PASTED`): columns of tables and of SQL, what a server answered, objects of
//!   secrets. Only what people paste holds such.
//! - **by its looks** (`keys.rs`): keys, passwords behind users, items of lists. `loose.rs` says what looks like a secret.
//!
//! `text.rs` puts them together and hides them; `quoted.rs` does so in what is quoted of a text, `own.rs` for the secrets of one
//! account, however they are spelled.

mod encoded;
mod glance;
mod glued;
mod grid;
mod keys;
mod lists;
mod loose;
mod manifest;
mod names;
mod objects;
mod own;
mod pair;
mod path;
mod quoted;
mod quotes;
mod redis;
mod said;
mod scan;
mod sign;
mod sql;
mod table;
mod text;
mod tokens;
mod unseen;
mod users;
mod value;
mod variable;

pub(crate) use crate::credential::LEAST;
pub use crate::credential::{AccountId, Credential, Credentials, MASK, Place, Scope, Secret, SecretName, placeholder};
pub use glance::may_hold;
pub(crate) use keys::{is_key_name, is_random as is_key, keys, unnamed};
pub(crate) use loose::is_token;
pub(crate) use names::{can_be, find, is_file, is_password};
pub use names::{is_name, is_name_in};
pub(crate) use quoted::places;
pub use quoted::{hide_quoted, masked_of};
pub(crate) use said::is_said;
pub(crate) use text::{blot, blotted_values, masked_values, masked_with_keys, members, placed, ranges};
pub use text::{blotted, masked};
pub(crate) use variable::{is_random, is_variable};
