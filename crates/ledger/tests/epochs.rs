//! After a restore behind what was published a log goes on as a new epoch, and both verifiers know it (2-9).
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod common;

use common::{Lines, Question, answer, folder, judge, last_checkpoint, run_python_many};
use shingi_ledger::{
    Log,
    checkpoint::{LogKey, SignedCheckpoint},
    note::VerifierKey,
    testing::{self, Ledger},
    tree::Hash,
    verify::{NotEstablished, Options, Verdict},
};

/// What is asked, and the line and code of the fault that must be found, if any.
type Case = (&'static str, Vec<u8>, Options, Option<(usize, &'static str)>);

fn keys(ledger: &Ledger) -> Vec<VerifierKey> {
    Log::ALL.map(|log| ledger.log(log).key.verifier().clone()).to_vec()
}

fn options(ledger: &Ledger, kept: &[&SignedCheckpoint]) -> Options {
    Options { keys: keys(ledger), checkpoints: kept.iter().map(|kept| (*kept).clone()).collect() }
}

/// Signed by the log's key under the origin of its first epoch.
fn signed_before(ledger: &Ledger, size: u64, root: Hash) -> SignedCheckpoint {
    let key = &ledger.record.key;
    LogKey::from_skey(&key.to_skey()).unwrap().under("shingi.example/record").unwrap().sign(size, root)
}

fn verdict(bytes: &[u8], options: &Options) -> Verdict {
    judge(bytes, options).unwrap()
}

#[test]
fn a_restored_log_holds_and_says_which_epochs_it_follows() {
    let (ledger, lost) = testing::restored();
    let (bytes, before) = (ledger.export(), testing::sample(2));
    // Who has the keys from before the restore knows who signs now, since the keys are the same under new names.
    for keys in [keys(&ledger), keys(&before)] {
        let verdict = verdict(&bytes, &Options { keys, ..Options::default() });
        assert_eq!(verdict.fault, None);
        let record = &verdict.logs[0];
        assert_eq!(record.origin, "shingi.example/record/02020202");
        let ended = record.ended.iter().map(|ended| (ended.origin.as_str(), ended.size)).collect::<Vec<_>>();
        let sizes = [&lost[2], &lost[1]].map(|lost| lost.checkpoint.size);
        assert_eq!(ended, [("shingi.example/record", sizes[0]), ("shingi.example/record/01010101", sizes[1])]);
        assert!(record.signers[0].contains("/02020202+"), "{:?}", record.signers);
    }
}

#[test]
fn checkpoints_of_what_was_lost_are_found_named() {
    let (ledger, lost) = testing::restored();
    let bytes = ledger.export();
    let asked = lost.iter().chain([&last_checkpoint(&testing::sample(2), Log::Record)]).cloned().collect::<Vec<_>>();
    let found = verdict(&bytes, &options(&ledger, &asked.iter().collect::<Vec<_>>()));
    assert_eq!(found.fault, None);
    assert_eq!(found.logs[0].agreed_outside, Some(asked[4].checkpoint.size), "what the backup had is compared");
    // Of the one between the backup and the end of the epoch only the end is known.
    let between = &lost[0].checkpoint;
    let not = NotEstablished::OutsideLost { origin: between.origin.clone(), size: between.size };
    assert_eq!(found.not_established.iter().filter(|open| open.code() == "outside-lost").collect::<Vec<_>>(), [&not]);
}

#[test]
fn certificates_of_both_epochs_hold_with_the_keys_of_either() {
    let (after, before) = (testing::restored().0, testing::sample(2));
    let holds = |bytes: &[u8], keys| verdict(bytes, &Options { keys, ..Options::default() }).fault;
    let old = before.certificate(Log::Certificates, 0).to_bytes();
    assert_eq!(holds(&old, keys(&before)), None, "what was handed out before the restore");
    for pos in [0, 3] {
        let new = after.certificate(Log::Certificates, pos).to_bytes();
        assert_eq!((holds(&new, keys(&after)), holds(&new, keys(&before))), (None, None), "{pos}");
    }
}

fn cases() -> Vec<Case> {
    let (ledger, lost) = testing::restored();
    let good = Lines::of(&ledger.export());
    let (end, opened) = (good.0.len(), good.find("epoch_opened", 0));
    let mut cases: Vec<Case> = vec![("good", good.bytes(), options(&ledger, &[]), None)];
    let [_, beside, last, _] = &lost[..] else { panic!("four checkpoints") };

    let (size, root) = (last.checkpoint.size, last.checkpoint.root);
    let other = Hash([9; 32]);
    let mut kept = |name, checkpoint: &SignedCheckpoint, fault| {
        cases.push((name, good.bytes(), options(&ledger, &[checkpoint]), fault));
    };
    kept("kept-of-the-end", last, None);
    kept("kept-beside", beside, None);
    kept("kept-longer-than-named", &signed_before(&ledger, size + 1, root), Some((end, "epoch-longer")));
    kept("kept-of-another-end", &signed_before(&ledger, size, other), Some((end, "epoch-root")));
    let line = good.find("\"pos\":4,", 0) + 1;
    kept("kept-of-other-lines-before", &signed_before(&ledger, 5, other), Some((line, "outside-root")));
    let key = LogKey::from_skey(&ledger.record.key.to_skey()).unwrap().under(&beside.checkpoint.origin).unwrap();
    kept("kept-of-another-end-beside", &key.sign(beside.checkpoint.size, other), Some((end, "epoch-root")));
    kept("kept-longer-beside", &key.sign(beside.checkpoint.size + 1, other), Some((end, "epoch-longer")));
    let pos = ledger.record.key.sign(3, other);
    kept("kept-of-the-new-origin-before-it", &pos, Some((good.find("\"pos\":2,", 0) + 1, "outside-root")));

    let mut forged = |name, from: &str, to: &str| {
        let mut lines = good.clone();
        lines.forge(opened, from, to);
        cases.push((name, lines.bytes(), options(&ledger, &[]), Some((opened + 1, "epoch"))));
    };
    forged("opened-after-none", "\"ended\":[{", "\"endex\":[{");
    forged(
        "opened-with-another-origin",
        "\"origin\":\"shingi.example/record/02",
        "\"origin\":\"shingi.example/record/03",
    );
    forged("opened-after-another", "{\"origin\":\"shingi.example/record\"", "{\"origin\":\"shingi.example/recorD\"");
    forged("opened-too-early", &format!("\"size\":{size}}}"), "\"size\":7}");
    forged("opened-with-a-field-more", &format!("\"size\":{size}}}"), &format!("\"size\":{size},\"time\":1}}"));
    forged("opened-as-itself", "\"origin\":\"shingi.example/record/02020202\"", "\"origin\":\"shingi.example/record\"");
    forged("opened-without-a-root", &root.to_text(), "");

    let mut lines = good.clone();
    let stranger = ledger.record.key.verifier().under("shingi.example/record/05050505").unwrap();
    let first = ledger.record.key.verifier().to_string();
    lines.replace(0, &first, &format!("{first}\",\"{stranger}"));
    cases.push(("an-origin-that-nothing-names", lines.bytes(), options(&ledger, &[]), Some((end, "epoch"))));
    let mut lines = good.clone();
    let beside = ledger.record.key.verifier().under(&beside.checkpoint.origin).unwrap();
    lines.replace(0, &format!(",\"{beside}\""), "");
    cases.push(("a-named-origin-without-a-key", lines.bytes(), options(&ledger, &[]), Some((opened + 1, "epoch"))));

    cases.extend(of_another_time(&ledger, &good));
    cases
}

/// The old origin is never signed for again, nor the new one before its time.
fn of_another_time(ledger: &Ledger, good: &Lines) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let (mut grown, _) = testing::restored();
    let new = std::mem::replace(&mut grown.record.key, LogKey::from_secret("shingi.example/record", &[3; 32]).unwrap());
    grown.record.key = new.under("shingi.example/record").unwrap();
    grown.append(Log::Record, "organisation", "organisation_changed", serde_json::json!({}), &[]);
    grown.checkpoint(Log::Record, false);
    grown.record.key = new;
    let bytes = grown.export();
    let line = Lines::of(&bytes).find("{\"checkpoint\":\"record\"", 4) + 1;
    cases.push(("regrown", bytes, options(ledger, &[]), Some((line, "origin"))));
    let mut lines = good.clone();
    let note = lines.find("{\"checkpoint\":\"record\"", 1);
    let old = serde_json::from_slice::<serde_json::Value>(&lines.0[note]).unwrap()["note"].as_str().unwrap().to_owned();
    let old = SignedCheckpoint::parse(&old).unwrap().checkpoint;
    let early = ledger.record.key.sign(old.size, old.root).to_string();
    lines.0[note] = (serde_json::json!({"checkpoint": "record", "note": early}).to_string() + "\n").into_bytes();
    cases.push(("signed-too-early", lines.bytes(), options(ledger, &[]), Some((note + 1, "origin"))));
    let mut certificate = ledger.certificate(Log::Certificates, 0);
    certificate.checkpoint = last_checkpoint(&testing::sample(2), Log::Certificates).to_string();
    cases.push(("a-certificate-of-an-ended-epoch", certificate.to_bytes(), options(ledger, &[]), Some((1, "origin"))));
    cases
}

#[test]
fn what_is_wrong_with_an_epoch_is_named_by_both_verifiers() {
    let folder = folder("epochs");
    let cases = cases();
    let questions = cases.iter().map(|(name, bytes, options, _)| Question {
        name: (*name).to_owned(),
        bytes: bytes.clone(),
        options: options.clone(),
    });
    let theirs = run_python_many(&questions.collect::<Vec<_>>(), &folder);
    let mut wrong = Vec::new();
    for ((name, bytes, options, expected), theirs) in cases.iter().zip(theirs) {
        let judged = judge(bytes, options);
        let found = judged.as_ref().ok().and_then(|verdict| verdict.fault.as_ref());
        let found = found.map(|fault| (fault.line as usize, fault.reason.code()));
        if judged.is_err() || found != *expected || answer(&judged) != theirs {
            wrong.push(format!("{name}: expected {expected:?}, got {found:?}, Python says {theirs:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
