//! The whole catalog.
