//! Any byte, any entry, any log: what must hold for all of them (2-9).
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod common;

use std::{collections::BTreeMap, sync::LazyLock};

use common::{Answer, Question, answer, folder, judge, run_python_many};
use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Map, Value};
use shingi_ledger::{
    Log,
    commitment::{Salt, commit},
    line::Entry,
    proof::{consistency, inclusion, verify_consistency, verify_inclusion},
    testing,
    tree::{Frontier, Leaves, leaf_hash, root_at},
    verify::Options,
};

/// An export and a certificate, and the keys to judge them by.
static FILES: LazyLock<([Vec<u8>; 2], Options)> = LazyLock::new(|| {
    let ledger = testing::sample(3);
    let options = Options { keys: ledger.keys(), checkpoints: Vec::new() };
    ([ledger.export(), ledger.certificate(Log::Certificates, 1).to_bytes()], options)
});

/// A file with one byte changed to any other, and the line that this byte is on.
fn changed(file: usize, at: Index, by: u8) -> (Vec<u8>, u64) {
    let mut bytes = FILES.0[file].clone();
    let at = at.index(bytes.len());
    let line = 1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count() as u64;
    bytes[at] ^= by;
    (bytes, line)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_byte_is_named_by_its_line(file in 0..2_usize, at: Index, by in 1..=255_u8) {
        let (bytes, line) = changed(file, at, by);
        let Answer { exit, line: named } = answer(&judge(&bytes, &FILES.1));
        match exit {
            1 => prop_assert_eq!(named, Some(line)),
            // What does not say what it is, cannot be judged.
            _ => prop_assert!(exit == 2 && line == 1),
        }
    }

    #[test]
    fn without_a_key_a_changed_byte_is_named_as_well(at: Index, by in 1..=255_u8) {
        let (bytes, line) = changed(0, at, by);
        let Answer { exit, line: named } = answer(&judge(&bytes, &Options::default()));
        prop_assert!(exit == 1 && named == Some(line) || exit == 2 && line == 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn the_verifier_in_python_names_the_same_line_for_a_changed_byte(
        changes in vec((0..2_usize, any::<Index>(), 1..=255_u8), 250),
    ) {
        let questions = changes.iter().enumerate().map(|(number, (file, at, by))| Question {
            name: format!("byte-{number}"),
            bytes: changed(*file, *at, *by).0,
            options: FILES.1.clone(),
        });
        let questions = questions.collect::<Vec<_>>();
        let theirs = run_python_many(&questions, &folder("bytes"));
        for (question, theirs) in questions.iter().zip(theirs) {
            prop_assert_eq!(answer(&judge(&question.bytes, &question.options)), theirs, "{}", question.name);
        }
    }
}

fn word() -> impl Strategy<Value = String> {
    "[A-Za-z0-9_.:/-]{1,40}"
}

fn data() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let inner = leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((word(), inner), 0..4).prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    });
    vec((word(), inner), 0..5).prop_map(|members| Value::Object(Map::from_iter(members)))
}

prop_compose! {
    fn entry()(
        version in 1..=u16::MAX,
        (pos, seq) in (0..1_u64 << 53, 1..1_u64 << 53),
        at in 0..253_402_300_800_000_000_i64,
        (stream, kind, actor) in (word(), word(), word()),
        data in data(),
        hidden in vec((word(), any::<[u8; 32]>(), any::<Vec<u8>>()), 0..4),
    ) -> Entry {
        let hidden = hidden.into_iter().map(|(name, salt, payload)| (name, commit(&Salt::new(salt), &payload)));
        Entry { version, pos, at, stream, seq, kind, actor, data, hidden: BTreeMap::from_iter(hidden) }
    }
}

proptest! {
    #[test]
    fn an_entry_comes_back_from_its_line_and_the_line_is_plain_json(entry in entry()) {
        let line = entry.encode().unwrap();
        prop_assert!(!line.contains(&b'\n'));
        prop_assert_eq!(Entry::decode(&line).unwrap(), entry.clone());
        let plain = serde_json::from_slice::<Value>(&line).unwrap();
        prop_assert_eq!(&plain["data"], &entry.data);
        prop_assert_eq!(plain["type"].as_str(), Some(&*entry.kind));
    }

    #[test]
    fn a_changed_byte_of_a_line_never_gives_the_same_entry(entry in entry(), at: Index, by in 1..=255_u8) {
        let mut line = entry.encode().unwrap();
        let at = at.index(line.len());
        line[at] ^= by;
        prop_assert_ne!(Entry::decode(&line).ok(), Some(entry));
    }

    #[test]
    fn bytes_of_any_kind_are_judged_without_a_panic(bytes: Vec<u8>, cut: Index) {
        drop(judge(&bytes, &Options::default()));
        let good = &FILES.0[0];
        let mut mixed = good[..cut.index(good.len())].to_vec();
        mixed.extend_from_slice(&bytes);
        mixed.extend_from_slice(b"\n");
        prop_assert!(!judge(&mixed, &Options::default()).is_ok_and(|verdict| verdict.holds()));
        let _ = Entry::decode(&bytes);
    }

    #[test]
    fn proofs_of_any_log_hold(sizes in (1..400_u64, 1..400_u64), index: Index) {
        let (old, new) = (sizes.0.min(sizes.1), sizes.0.max(sizes.1));
        let leaves = (0..new).map(|number| leaf_hash(&number.to_be_bytes())).collect::<Vec<_>>();
        let reader = Leaves(&leaves);
        let (Ok(old_root), Ok(new_root)) = (root_at(&reader, old), root_at(&reader, new));
        let Ok(path) = consistency(&reader, old, new);
        prop_assert_eq!(verify_consistency((old, old_root), (new, new_root), &path), Ok(()));
        let index = index.index(old as usize) as u64;
        let Ok(path) = inclusion(&reader, index, new);
        prop_assert_eq!(verify_inclusion(leaves[index as usize], index, new, &path, new_root), Ok(()));
        let mut frontier = Frontier::new();
        leaves.iter().for_each(|leaf| frontier.push(*leaf));
        prop_assert_eq!(frontier.root(), new_root);
    }
}
