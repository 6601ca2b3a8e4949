//! One contract of behaviours, run for every back end on real files.
