//! Given, when, then; the state × command matrix; properties.
