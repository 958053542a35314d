//! JavaScript and Python that send a request: as browsers and API tools print it, and as people write it.

mod call;
mod change;
mod request;
mod signs;

pub(crate) use request::read;
pub(crate) use signs::begins;
