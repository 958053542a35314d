//! Any text to an operation and its values.
mod repair;
mod report;
mod text;
