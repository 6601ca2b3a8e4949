//! A small organisation with three posts that only wait to be published, made through the app's own use cases (1-7).

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use shingi_app::{
    App,
    clock::{Clock as _, SetClock, SystemClock},
    config::Config,
    ids::RandomIds,
    password::Secret,
    session::Signed,
    use_cases::{
        acknowledge_policy::right_answers, add_person::PersonForm, found_organisation::Founding,
        grant_certification::CertificationForm, register_account::AccountForm, save_draft::PostForm,
    },
};
use shingi_domain::{
    account::{AccountDetails, Channel, Medium},
    certification::Capability,
    id::{AccountId, PersonId},
    organisation::OrganisationDetails,
    people::{Language, PersonKind, PersonNames, Role},
    policy::Class,
    time::Timestamp,
};
use shingi_store::{Options, Store, StoreError};
use tempfile::TempDir;

const POSTS: [&str; 3] = ["窓口は9時に開きます。", "見学の受付は正門です。", "駐車場は東側です。"];

pub struct House {
    folder: TempDir,
    /// Post and delivery.
    pub deliveries: Vec<(String, String)>,
    pub account: String,
    /// Of somebody who may write and publish.
    pub token: String,
}

impl House {
    pub fn found() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::at(SystemClock.now().plus_minutes(-90)));
        let store = Store::open(&folder.path().join("data"), Options::serve()).unwrap();
        let app = App::new(store, Arc::<SetClock>::clone(&clock), Arc::new(RandomIds), Config::default()).unwrap();
        let administrator = administrator(&app);
        let [author, reviewer, examiner] =
            [("author", Role::Operator), ("reviewer", Role::Operator), ("examiner", Role::Examiner)]
                .map(|(login, role)| add(&app, &administrator, login, role));
        let account = account(&app, &administrator);
        for (person, can) in
            [(&author, [Capability::Write, Capability::Publish]), (&reviewer, [Capability::Write, Capability::Review])]
        {
            certify(&app, &examiner, person.id(), account, can);
        }
        let deliveries = POSTS.iter().map(|text| {
            let id = app.draft_post(&author, false).unwrap().post.id;
            app.revise_post(&author, id, form(text, account), 0).unwrap();
            let done = app.submit_post(&author, id).unwrap();
            app.approve_post(&reviewer, id, done.post.digests(), String::new()).unwrap();
            (id.to_string(), done.post.deliveries.keys().next().unwrap().to_string())
        });
        let deliveries = deliveries.collect();
        let token = app.create_token(&author, "crash").unwrap().reveal().to_owned();
        Self { folder, deliveries, account: account.to_string(), token }
    }

    /// A fresh copy, as the folder stood when nobody had it open.
    pub fn copy(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        copy(&self.folder.path().join("data"), &folder.path().join("data"));
        folder
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

fn names(login: &str) -> PersonNames {
    PersonNames { name: login.into(), kana: login.into(), email: format!("{login}@crash.example") }
}

fn password() -> Secret {
    Secret::new("crash-tests-2026".into())
}

fn administrator(app: &App) -> Signed {
    let organisation = OrganisationDetails {
        name: "倒れる会社".into(),
        other_names: Vec::new(),
        contacts: Vec::new(),
        public_url: "http://127.0.0.1".into(),
        time_zone: "Asia/Tokyo".into(),
    };
    let founding =
        Founding { organisation, administrator: names("administrator"), language: Language::Ja, password: password() };
    let secret = app.draw_setup_secret().unwrap().unwrap();
    app.signed_as(app.found_organisation(&secret, founding).unwrap()).unwrap()
}

fn add(app: &App, administrator: &Signed, login: &str, role: Role) -> Signed {
    let form = PersonForm {
        kind: PersonKind::Employee,
        roles: BTreeSet::from([role]),
        manager: None,
        language: Language::Ja,
        names: names(login),
    };
    app.signed_as(app.add_person(administrator, form, &password()).unwrap()).unwrap()
}

fn account(app: &App, administrator: &Signed) -> AccountId {
    let details = AccountDetails { name: "お知らせ".into(), handle: "news".into(), url: String::new(), colour: 1 };
    let form = AccountForm { medium: Medium::OfficialPage, channel: Channel::OfficialPage, details };
    app.register_account(administrator, form).unwrap()
}

fn certify(app: &App, examiner: &Signed, person: PersonId, account: AccountId, can: [Capability; 2]) {
    let form = CertificationForm {
        person,
        accounts: BTreeSet::from([account]),
        capabilities: BTreeSet::from(can),
        from: app.now(),
        until: app.now().plus_micros(100 * Timestamp::DAY),
    };
    let answers = right_answers(&app.in_force().unwrap().pack);
    app.take_quiz(&app.signed_as(person).unwrap(), &answers).unwrap();
    app.acknowledge_policy(&app.signed_as(person).unwrap()).unwrap();
    app.grant_certification(examiner, form).unwrap();
}

fn form(text: &str, account: AccountId) -> PostForm {
    PostForm {
        class: Class::Routine,
        title: String::new(),
        text: text.into(),
        benefit: "場所と時間が分かる。".into(),
        sources: Vec::new(),
        answers: String::new(),
        corrects: None,
        pictures: Vec::new(),
        accounts: vec![(account, None)],
    }
}

/// As if the time of the dead worker's lease had passed. There is exactly one, and nothing else waits.
pub fn let_the_lease_run_out(data: &Path) {
    let store = Store::open(data, Options::serve()).unwrap();
    let later = SystemClock.now().plus_minutes(3).0;
    let take = |now: i64, lease: i64| {
        store.write(|tx| Ok::<_, StoreError>(tx.take_outbox("send", now, "crash test", lease)?)).unwrap()
    };
    assert!(take(later, later + 1).is_some(), "nothing was leased");
    assert!(take(later, 0).is_none(), "more than one delivery was under way");
    // The one row again, now with a lease that is over.
    assert!(take(later + 2, 0).is_some());
}
