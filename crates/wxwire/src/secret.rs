//! Credentials, which do not show themselves, and the search for secrets in texts.

mod glance;
mod keys;
mod lists;
mod loose;
mod manifest;
mod names;
mod own;
mod pair;
mod quoted;
mod quotes;
mod redis;
mod scan;
mod sign;
mod sql;
mod table;
mod text;
mod tokens;
mod users;
mod value;
mod variable;

pub(crate) use crate::credential::LEAST;
pub use crate::credential::{AccountId, Credential, Credentials, MASK, Place, Scope, Secret, SecretName, placeholder};
pub use glance::may_hold;
pub(crate) use keys::{is_key_name, is_random as is_key, keys, unnamed};
pub(crate) use loose::is_token;
pub(crate) use names::{can_be, find, is_file, is_in_words, is_password};
pub use names::{is_name, is_name_in};
pub use quoted::{hide_quoted, masked_of};
pub(crate) use text::{blot, blotted_values, masked_values, masked_with_keys, members, ranges};
pub use text::{blotted, masked};
pub(crate) use variable::{is_random, is_variable};
