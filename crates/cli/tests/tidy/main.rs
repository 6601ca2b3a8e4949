//! What holds in the whole tree, and no compiler checks: who may know whom, what every file begins with, that
//! documents name what exists, that both languages say the same things.
//!
//! Every check is a function from texts to complaints, tried on a planted fault before it is asked about the tree:
//! a check that cannot fail is worth nothing. The scanning is of text, not of syntax; each file says what that misses.
//! Must never need the network, a clock or git: a source archive is as good as a clone.

#![allow(clippy::unwrap_used)]

mod articles;
mod bans;
mod commands;
mod dependencies;
mod documents;
mod edges;
mod events;
mod files;
mod functions;
mod generated;
mod items;
mod ledger_format;
mod messages;
mod modules;
mod packaging;
mod rule_pages;
mod rules;
mod templates;
mod tree;
mod vocabulary;
mod words;
