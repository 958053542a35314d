//! The vendors own pages.
