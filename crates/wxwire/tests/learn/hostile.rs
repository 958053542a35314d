//! No text makes it stumble.
