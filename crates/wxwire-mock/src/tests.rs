//! The mock over a real socket: every example of the catalog, every refusal, every fault.

mod catalog;
mod client;
mod faults;
mod files;
mod limits;
mod refusals;
mod tokens;
