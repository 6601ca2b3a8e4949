//! What the loader refuses, each with its file and line.
