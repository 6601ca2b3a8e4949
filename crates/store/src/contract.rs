//! One contract of behaviours, run for every back end on real files (2-9).
//!
//! A back end implements [`Backend`] and gets one line in the list at the end; each behaviour is written once.

mod erasing;
mod failing;
mod leasing;
mod recording;
mod writing;

use std::{collections::BTreeMap, path::Path};

use serde_json::json;

use crate::{Expect, Log, NewEvent, Options, Projection, Store, StoreError, StoredEvent, WriteTx, queries};

/// Data that a store can be opened on, again and again.
pub(crate) trait Backend {
    /// Empty data of its own for one test.
    fn fresh() -> Self;

    fn folder(&self) -> &Path;

    fn open(&self) -> Store {
        Store::open_with(self.folder(), Options::serve(), vec![Box::new(Counted)]).expect("the folder opens")
    }
}

pub(crate) struct Sqlite(tempfile::TempDir);

impl Backend for Sqlite {
    fn fresh() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }
}

/// The smallest view that can be wrong: how many lines each stream has, and the last word that was said in it.
struct Counted;

impl Projection for Counted {
    fn name(&self) -> &'static str {
        "counted"
    }

    fn apply(&self, tx: &WriteTx<'_>, event: &StoredEvent) -> Result<(), StoreError> {
        let word = event.hidden.get("word").cloned().flatten().unwrap_or_default();
        let word = String::from_utf8(word).unwrap_or_default();
        tx.run(queries::DOCUMENT_PUT, &[&event.log.name(), &event.stream, &word, &(event.seq as i64)]).map(drop)
    }

    fn forget(&self, tx: &WriteTx<'_>, log: Log, stream: &str) -> Result<(), StoreError> {
        tx.run(queries::DOCUMENT_FORGET, &[&log.name(), &stream]).map(drop)
    }

    fn clear(&self, tx: &WriteTx<'_>) -> Result<(), StoreError> {
        tx.run(queries::DOCUMENT_CLEAR, &[]).map(drop)
    }
}

/// What [`Counted`] says of a stream: the last word and the count.
fn counted(store: &Store, stream: &str) -> Option<(String, i64)> {
    let found = store.read(|read| {
        read.one(queries::DOCUMENT_ONE, &[&Log::Record.name(), &stream], |row| Ok((row.get(0)?, row.get(1)?)))
    });
    found.expect("the view is read")
}

const NOON: i64 = 1_790_000_000_000_000;

fn said(word: &str) -> NewEvent {
    let hidden = BTreeMap::from([("word".to_owned(), word.as_bytes().to_vec())]);
    NewEvent { kind: "word_said".to_owned(), version: 1, data: json!({ "length": word.len() }), hidden }
}

fn counted_once(times: u64) -> NewEvent {
    NewEvent { kind: "counted".to_owned(), version: 1, data: json!({ "times": times }), hidden: BTreeMap::new() }
}

/// Appends to the record with salts that every test may know.
fn append(
    tx: &mut WriteTx<'_>,
    stream: &str,
    expected: Expect,
    at: i64,
    events: Vec<NewEvent>,
) -> Result<Vec<StoredEvent>, StoreError> {
    let mut number = 0_u8;
    let mut salts = || {
        number = number.wrapping_add(1);
        [number; 32]
    };
    tx.append(Log::Record, stream, expected, "person/1", at, events, &mut salts)
}

/// One write with one word.
fn say(store: &Store, stream: &str, word: &str) -> StoredEvent {
    let written = store.write(|tx| append(tx, stream, Expect::Any, NOON, vec![said(word)]));
    written.expect("the word is kept").remove(0)
}

macro_rules! contract {
    ($($name:ident: $backend:ident { $($file:ident { $($behaviour:ident)* })* })*) => {
        $(mod $name {
            $($(#[test]
            fn $behaviour() {
                super::$file::$behaviour::<super::$backend>();
            })*)*
        })*
    };
}

contract! {
    sqlite: Sqlite {
        recording {
            positions_have_no_gaps_and_a_stream_counts_from_one
            what_was_appended_is_read_back_with_its_payloads
            a_stream_that_moved_on_is_a_conflict_and_nothing_is_written
            a_clock_that_jumped_back_does_not_reorder_the_record
            a_line_that_is_too_long_is_refused_and_the_next_one_takes_its_place
            a_log_is_found_as_it_was_left_after_reopening_at_any_size
            every_root_and_proof_is_the_one_of_the_lines
            a_checkpoint_is_kept_only_if_it_says_what_the_log_says
            the_two_logs_do_not_know_each_other
            views_follow_in_the_same_transaction_and_can_be_rebuilt
        }
        writing {
            an_error_undoes_its_own_write_and_no_other
            a_panic_undoes_its_own_write_and_leaves_the_store_usable
            a_write_inside_a_write_is_refused_instead_of_waiting_for_ever
            a_refused_write_leaves_no_transaction_open
            writers_at_once_lose_nothing_and_leave_no_gap
            two_stores_on_the_same_data_append_to_one_log
            a_reader_sees_one_instant_from_its_first_to_its_last_line
            an_answered_write_is_there_for_whoever_opens_next
        }
        erasing {
            an_erased_payload_is_gone_and_the_line_and_the_root_stay
            an_erased_payload_is_gone_from_the_views_too
            what_the_line_never_hid_cannot_be_erased
            lines_payloads_and_checkpoints_cannot_be_changed_or_deleted
            a_payload_that_is_missing_without_an_erasure_is_damage
            a_payload_that_was_changed_is_damage
        }
        leasing {
            a_row_is_leased_to_one_taker_until_its_time_is_over
            rows_come_in_the_order_in_which_they_are_due
            a_finished_row_never_comes_again
            drafts_count_their_versions_and_keep_their_history
            attempts_are_counted_within_their_span
            sessions_credentials_and_tokens_end_when_they_should
        }
        failing {
            a_full_disk_is_named_and_what_was_answered_before_stays
            a_log_cut_behind_its_checkpoint_is_not_served
        }
    }
}
