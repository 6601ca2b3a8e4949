//! What a good file says, and what a verifier owns up to not knowing (2-9).
#![allow(clippy::unwrap_used)]

use shingi_ledger::{
    Log, testing,
    verify::{NotEstablished, Options, Verdict, verify},
};

fn judge(bytes: &[u8], options: &Options) -> Verdict {
    verify(bytes, options, &mut |_| ()).unwrap()
}

#[test]
fn a_good_export_holds_and_says_that_the_signer_is_not_established() {
    let ledger = testing::sample(9);
    let bytes = ledger.export();
    let verdict = judge(&bytes, &Options::default());
    assert_eq!(verdict.fault, None, "{}", String::from_utf8_lossy(&bytes));
    assert_eq!(verdict.not_established[0], NotEstablished::Signer);
    assert!(verdict.not_established.contains(&NotEstablished::NoOutsideCheckpoint(Log::Record)));
    assert!(verdict.not_established.contains(&NotEstablished::NoWitness(Log::Certificates)));
    assert_eq!(verdict.logs[0].size, ledger.record.frontier.size());
    assert_eq!(verdict.logs[1].root, ledger.certificates.frontier.root());
    assert!(verdict.logs[0].signers.is_empty());
    assert_eq!(verdict.read.bytes, bytes.len() as u64);
    assert_eq!(verdict.read.lines, bytes.iter().filter(|byte| **byte == b'\n').count() as u64);
}

#[test]
fn with_keys_and_a_checkpoint_kept_elsewhere_nothing_is_left_open() {
    let mut ledger = testing::sample(9);
    let kept = Log::ALL.map(|log| ledger.checkpoint(log, true));
    for log in Log::ALL {
        ledger.log_mut(log).items.pop();
    }
    let options = Options { keys: ledger.keys(), checkpoints: kept.to_vec() };
    let verdict = judge(&ledger.export(), &options);
    assert_eq!(verdict.fault, None);
    assert_eq!(verdict.not_established, []);
    assert_eq!(verdict.logs[0].agreed_outside, Some(ledger.record.frontier.size()));
    assert_eq!(verdict.logs[0].signers, [ledger.record.key.verifier().to_string()]);
    assert_eq!(verdict.logs[0].cosigned[0].0, "witness.example");
}

#[test]
fn an_erased_payload_verifies_and_is_named_with_who_and_why() {
    let verdict = judge(&testing::sample(9).export(), &Options::default());
    let said = verdict.erased.iter().map(|erased| (erased.log, &*erased.name, erased.by.0, erased.reason.as_deref()));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            (Log::Record, "draft", Log::Record, Some("law")),
            (Log::Record, "draft", Log::Record, Some("law")),
            (Log::Certificates, "text", Log::Record, Some("committee")),
            (Log::Certificates, "text", Log::Certificates, Some("committee")),
        ]
    );
    assert!(verdict.erased.iter().all(|erased| erased.actor.starts_with("person:") && erased.at.ends_with('Z')));
}

#[test]
fn the_public_log_alone_holds_and_leaves_the_private_one_open() {
    let ledger = testing::sample(9);
    let verdict = judge(&ledger.public_export(), &Options { keys: ledger.keys(), ..Options::default() });
    assert_eq!(verdict.fault, None);
    assert!(verdict.not_established.contains(&NotEstablished::RecordAbsent));
    assert_eq!(verdict.logs.len(), 1);
}

#[test]
fn every_certificate_holds_the_erased_one_too() {
    let ledger = testing::sample(9);
    let keys = Options { keys: ledger.keys(), ..Options::default() };
    for log in Log::ALL {
        for pos in 0..ledger.log(log).frontier.size() {
            let certificate = ledger.certificate(log, pos);
            if log == Log::Certificates && pos == 1 {
                assert_eq!(certificate.erasures.len(), 1);
            }
            let verdict = judge(&certificate.to_bytes(), &keys);
            assert_eq!(verdict.fault, None, "{log} {pos}");
            assert!(verdict.not_established.contains(&NotEstablished::RestOfLog(log)));
        }
    }
}

#[test]
fn progress_is_told_and_reaches_the_end() {
    let bytes = testing::sample(2500).export();
    let mut told = Vec::new();
    let verdict = verify(&bytes[..], &Options::default(), &mut |progress| told.push(progress)).unwrap();
    assert!(verdict.holds());
    assert!(told.len() >= 3 && told.is_sorted_by_key(|progress| progress.bytes), "{told:?}");
    assert_eq!(told.last().unwrap().bytes, bytes.len() as u64);
}

#[test]
fn a_ledger_that_begins_is_an_export_too() {
    let ledger = testing::Ledger::new("shingi.example");
    assert!(judge(&ledger.export(), &Options::default()).holds());
}
