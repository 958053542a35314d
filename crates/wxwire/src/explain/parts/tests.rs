//! What a person pastes, and what is found in it.
