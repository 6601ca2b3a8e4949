//! A backup takes the place of a folder that went on meanwhile: what was published, erased and sent since is neither
//! denied nor repeated (2-9, 1-4).

#![allow(clippy::unwrap_used)]

use std::{path::Path, sync::Arc};

use shingi_app::{
    App,
    clock::SetClock,
    config::Config,
    demo::{self, DemoPerson},
    ids::{CountedIds, Ids, RandomIds},
    jobs,
    password::Secret,
    session::Signed,
    use_cases::restore_backup::{Done, Restore, restore_backup},
};
use shingi_domain::{event::Event, organisation::PayloadEvent, post::PostEvent, time::Timestamp};
use shingi_ledger::{
    Log,
    checkpoint::SignedCheckpoint,
    note::VerifierKey,
    verify::{Options as Asked, Verdict, verify},
};
use shingi_store::{Options, Store, StoredEvent};

/// 2026-11-24 10:00 in Tokyo. The sample organisation sends something the next morning at nine.
const TODAY: Timestamp = Timestamp(1_795_482_000_000_000);
const TOMORROW: Timestamp = Timestamp(TODAY.0 + 23 * Timestamp::HOUR + Timestamp::MINUTE);

struct House {
    place: tempfile::TempDir,
    people: Vec<DemoPerson>,
    /// Keys and checkpoints as an auditor kept them before anything went wrong.
    keys: Vec<VerifierKey>,
    backed_up: Vec<SignedCheckpoint>,
}

fn open(folder: &Path, now: Timestamp) -> App {
    open_with(folder, now, Arc::new(RandomIds))
}

fn open_with(folder: &Path, now: Timestamp, ids: Arc<dyn Ids>) -> App {
    let store = Store::open(folder, Options::serve()).unwrap();
    App::new(store, Arc::new(SetClock::at(now)), ids, Config::default()).unwrap()
}

fn newest(app: &App) -> Vec<SignedCheckpoint> {
    let note = |log| app.store.read(|read| read.newest_checkpoint(log)).unwrap().unwrap().1;
    Log::ALL.map(|log| SignedCheckpoint::parse(&note(log)).unwrap()).to_vec()
}

fn keys(app: &App) -> Vec<VerifierKey> {
    let keys = app.keys().unwrap();
    Log::ALL.map(|log| keys.of(log).verifier().clone()).to_vec()
}

fn lines(app: &App, log: Log, from: u64) -> Vec<StoredEvent> {
    app.store.read(|read| read.from(log, from, 1_000)).unwrap()
}

fn export(app: &App, keys: &[VerifierKey], checkpoints: &[SignedCheckpoint]) -> Verdict {
    let mut file = Vec::new();
    app.export(&mut file, &mut |_, _| ()).unwrap();
    let asked = Asked { keys: keys.to_vec(), checkpoints: checkpoints.to_vec() };
    verify(&file[..], &asked, &mut |_| ()).unwrap()
}

impl House {
    fn at(&self, name: &str) -> std::path::PathBuf {
        self.place.path().join(name)
    }

    /// A sample organisation in `data`, and a backup of it in `backup`.
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::at(TODAY));
        let store = Store::open(&place.path().join("data"), Options::fast_for_demo()).unwrap();
        let app = App::new(store, clock.clone(), Arc::new(CountedIds::from(1)), Config::default()).unwrap();
        let people = demo::seed(&app, &clock, TODAY, "http://127.0.0.1:8420").unwrap();
        jobs::sign_checkpoints::sign(&app).unwrap();
        app.store.backup(&place.path().join("backup"), &mut |_, _| {}).unwrap();
        Self { place, people, keys: keys(&app), backed_up: newest(&app) }
    }

    fn member(&self, app: &App) -> Signed {
        app.bearer(&Secret::new(self.people[7].token.clone())).unwrap().unwrap()
    }

    /// The night after the backup: a payload is erased, a post goes out, both logs are signed.
    fn go_on(&self) -> (Vec<SignedCheckpoint>, u64) {
        let app = open(&self.at("data"), TOMORROW);
        let drafted = lines(&app, Log::Record, 0).into_iter().find(|line| line.kind == "post_revised").unwrap();
        let (pos, name) = (drafted.pos, "draft".to_owned());
        app.erase_payload(&self.member(&app), Log::Record, pos, name, "本人の求め".to_owned()).unwrap();
        jobs::look(&app).unwrap();
        (newest(&app), pos)
    }

    fn restore(&self, to: &str, replaces: Option<&str>, published: &[SignedCheckpoint]) -> Done {
        self.try_restore(to, replaces, published).unwrap()
    }

    fn try_restore(
        &self,
        to: &str,
        replaces: Option<&str>,
        published: &[SignedCheckpoint],
    ) -> Result<Done, shingi_app::AppError> {
        let (from, to, replaces) = (self.at("backup"), self.at(to), replaces.map(|name| self.at(name)));
        let asked = Restore { from: &from, to: &to, replaces: replaces.as_deref(), published };
        restore_backup(Arc::new(SetClock::at(TOMORROW)), Arc::new(RandomIds), &asked, &mut |_, _| {})
    }
}

#[test]
fn a_restore_behind_what_was_published_opens_an_epoch_that_names_the_one_before() {
    let house = House::new();
    let (published, erased) = house.go_on();
    let sizes = house.backed_up.iter().map(|kept| kept.checkpoint.size).collect::<Vec<_>>();
    assert!(published[0].checkpoint.size > sizes[0] && published[1].checkpoint.size > sizes[1], "something went out");
    let done = house.restore("restored", Some("data"), &[]);
    assert_eq!(done.erased, [(Log::Record, erased, "draft".to_owned())]);
    assert_eq!(done.epochs.len(), 2);
    let app = open(&house.at("restored"), TOMORROW);
    for (index, (log, opening)) in done.epochs.iter().enumerate() {
        assert_eq!(opening.ended, [published[index].checkpoint.clone()]);
        let first = &lines(&app, *log, sizes[index])[0];
        assert_eq!((first.kind.as_str(), first.actor.as_str()), ("epoch_opened", "system"));
        assert_eq!(newest(&app)[index].checkpoint.origin, opening.origin, "it is signed under its own origin at once");
    }
    // Who kept the keys and both checkpoints, the one that the backup has and the one that it lacks, sees them agree.
    let kept = [&house.backed_up[..], &published].concat();
    let verdict = export(&app, &house.keys, &kept);
    assert_eq!(verdict.fault, None);
    assert!(verdict.not_established.iter().all(|open| !open.code().starts_with("outside")), "nothing is left open");
    // And both go on.
    app.erase_payload(&house.member(&app), Log::Certificates, 0, "statement".to_owned(), "委員会".to_owned()).unwrap();
    let verdict = export(&app, &keys(&app), &kept);
    assert_eq!((verdict.fault, verdict.erased.len()), (None, 2));
    assert_eq!(lines(&app, Log::Certificates, sizes[1])[1].kind, "payload_erased", "beside the record it is not seen");
}

#[test]
fn what_was_erased_since_is_erased_again_and_on_record_again() {
    let house = House::new();
    let (_, erased) = house.go_on();
    house.restore("restored", Some("data"), &[]);
    let (old, new) = (open(&house.at("data"), TOMORROW), open(&house.at("restored"), TOMORROW));
    let told = |app: &App| {
        let lines = app.store.read(|read| read.stream(Log::Record, "payload")).unwrap();
        let line = lines.last().unwrap();
        let event = Event::decode(&line.kind, line.version, &line.data, &line.hidden).unwrap();
        let Event::Payload(PayloadEvent::Erased { pos, reason, .. }) = event else { panic!("{event:?}") };
        (line.actor.clone(), pos, reason.into_kept().unwrap())
    };
    assert_eq!(told(&new), told(&old), "by the same person and for the same reason");
    assert_eq!(told(&new).1, erased);
    assert_eq!(lines(&new, Log::Record, erased)[0].hidden["draft"], None);
    assert_eq!(export(&new, &house.keys, &[]).fault, None, "no payload is missing without a word");
}

#[test]
fn what_was_due_in_the_time_that_was_lost_is_not_sent_again() {
    let house = House::new();
    house.go_on();
    let done = house.restore("restored", Some("data"), &[]);
    assert!(done.missed >= 1);
    let app = open(&house.at("restored"), TOMORROW);
    let before = lines(&app, Log::Certificates, 0).len();
    jobs::look(&app).unwrap();
    assert_eq!(lines(&app, Log::Certificates, 0).len(), before, "nothing went out by itself");
    let missed = lines(&app, Log::Record, house.backed_up[0].checkpoint.size);
    let missed = missed.iter().filter(|line| {
        let event = Event::decode(&line.kind, line.version, &line.data, &line.hidden).unwrap();
        matches!(event, Event::Post(PostEvent::Missed { stopped: false, .. }))
    });
    assert_eq!(missed.count(), done.missed);
}

#[test]
fn a_backup_that_has_all_that_was_published_goes_on_under_its_origin() {
    let house = House::new();
    for (to, replaces, published) in [("moved", Some("data"), &[][..]), ("shown", None, &house.backed_up)] {
        let done = house.restore(to, replaces, published);
        assert_eq!((done.epochs.len(), done.missed), (0, 0), "{to}");
        let app = open(&house.at(to), TODAY);
        assert_eq!(keys(&app), house.keys);
        assert_eq!(export(&app, &house.keys, &house.backed_up).fault, None);
    }
}

#[test]
fn a_log_of_which_nothing_is_known_is_not_grown_under_its_origin() {
    let house = House::new();
    let (published, _) = house.go_on();
    let origins = ["once", "twice"].map(|to| {
        let done = house.restore(to, None, &[]);
        assert_eq!(done.epochs.len(), 2);
        done.epochs[0].1.origin.clone()
    });
    assert_ne!(origins[0], origins[1], "two restores of one backup do not sign under one name");
    let app = open(&house.at("once"), TOMORROW);
    assert_eq!(export(&app, &house.keys, &house.backed_up).fault, None);
    // Whoever has the checkpoint that nobody told the restore of sees that its lines are not there and not named.
    let fault = export(&app, &house.keys, &published[..1]).fault.unwrap();
    assert_eq!(fault.reason.code(), "epoch-longer");
    drop(app);
    let done = house.restore("told", None, &published);
    assert_eq!(done.epochs[0].1.ended, [published[0].checkpoint.clone()]);
    let app = open(&house.at("told"), TOMORROW);
    assert_eq!(export(&app, &house.keys, &published).fault, None);
}

#[test]
fn a_second_restore_of_the_same_backup_names_both_epochs_that_ended() {
    let house = House::new();
    let (first, _) = house.go_on();
    house.restore("second", Some("data"), &[]);
    let second = newest(&open(&house.at("second"), TOMORROW));
    let done = house.restore("third", Some("second"), &[]);
    assert_eq!(done.epochs[0].1.ended, [first[0].checkpoint.clone(), second[0].checkpoint.clone()]);
    let app = open(&house.at("third"), TOMORROW);
    let kept = [&house.backed_up[..], &first, &second].concat();
    assert_eq!(export(&app, &house.keys, &kept).fault, None);
}

#[test]
fn certificates_of_the_old_epoch_still_verify() {
    let house = House::new();
    let (old, id) = {
        let app = open(&house.at("data"), TODAY);
        let issued = lines(&app, Log::Certificates, 0)[0].data["delivery"].as_str().unwrap().to_owned();
        (app.certificate_file(issued.parse().unwrap()).unwrap().unwrap(), issued)
    };
    house.go_on();
    house.restore("restored", Some("data"), &[]);
    let app = open(&house.at("restored"), TOMORROW);
    let new = app.certificate_file(id.parse().unwrap()).unwrap().unwrap();
    for (file, keys) in [(&old, &house.keys), (&new, &house.keys), (&new, &keys(&app))] {
        let asked = Asked { keys: keys.clone(), checkpoints: Vec::new() };
        assert_eq!(verify(&file[..], &asked, &mut |_| ()).unwrap().fault, None);
    }
}

#[test]
fn what_does_not_fit_the_backup_is_refused_and_leaves_no_folder() {
    let (house, other) = (House::new(), House::new());
    let stranger = {
        let app = open(&other.at("data"), TODAY);
        let foreign = shingi_ledger::checkpoint::LogKey::from_secret("a.example/record", &[9; 32]).unwrap();
        foreign.sign(3, app.store.read(|read| read.root_at(Log::Record, 3)).unwrap())
    };
    let refused = house.try_restore("refused", None, &[stranger]).map(|_| ()).unwrap_err().to_string();
    assert!(
        refused.starts_with("expected a checkpoint that the keys of this backup signed, got one of `a."),
        "{refused}"
    );
    let app = open(&house.at("data"), TODAY);
    let forked = app.keys().unwrap().record.sign(3, shingi_ledger::tree::Hash([7; 32]));
    let refused = house.try_restore("refused", None, &[forked]).map(|_| ()).unwrap_err().to_string();
    assert!(refused.contains("its lines lead to another root"), "{refused}");
    assert!(!house.at("refused").join("shingi.db").exists());
    // The same place takes it afterwards.
    house.restore("refused", None, &house.backed_up);
}
