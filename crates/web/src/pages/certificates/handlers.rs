//! The certificate: one page for the public, the same item by item for an auditor, and the file to verify (2-9).

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::IntoResponse as _,
    routing::get,
};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use shingi_app::{
    App, AppError,
    certificate::{Certificate, clearance_of},
    repository::stream,
};
use shingi_domain::{
    account::{Account, Channel},
    clearance::ClearanceRecord,
    id::{DeliveryId, PostId},
    obligation::{Duty, Obligation, Standing},
    permit::Action,
    policy::{ItemId, Strength},
    post::{FindingKey, Post, Progress},
    time::Timestamp,
    world::World,
};
use shingi_ledger::{Log, checkpoint::SignedCheckpoint, tree::leaf_hash};

use super::view::{
    AccountLine, Audit, Basis, Bearer, CertificatePage, ExactText, ItemResult, ItemRow, Later, Proof, Role, RoleLine,
    Way, Words,
};
use crate::{
    form::html,
    pages::{
        Here,
        official::handlers::public_page,
        public::{Moment, Picture, Place, Section, grouped},
    },
    present::{Present, duty_name},
    problem::Problem,
    state::{Answer, Web},
    visitor::Visitor,
    words_filter::{Lang, text},
};

pub fn routes() -> Router<Web> {
    Router::new().route("/certificates/{id}", get(show)).route("/certificates/{id}/file", get(file))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    view: String,
}

async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let delivery = id.parse::<DeliveryId>().map_err(|_| Problem::not_found())?;
    let auditor = visitor.signed.as_ref().is_some_and(|signed| signed.may(Action::ReadRecord));
    let audit = asked.view == "audit";
    if audit && !auditor {
        return Err(match visitor.signed {
            Some(_) => AppError::NotAllowed(Action::ReadRecord).into(),
            None => Problem::sign_in_needed(format!("/certificates/{id}?view=audit")),
        });
    }
    let shown = visitor.clone();
    let page = web.run(move |app| build(app, &shown, delivery, audit, auditor)).await?;
    if audit { html(&page) } else { public_page(&visitor, &headers, &page) }
}

async fn file(State(web): State<Web>, Path(id): Path<String>) -> Answer {
    let delivery = id.parse::<DeliveryId>().map_err(|_| Problem::not_found())?;
    let bytes = web.run(move |app| app.certificate_file(delivery)).await?.ok_or_else(Problem::not_found)?;
    let name = format!("attachment; filename=\"certificate-{}.json\"", &id[..12.min(id.len())]);
    let headers = [
        ("content-type", "application/json; charset=utf-8"),
        ("content-disposition", name.as_str()),
        ("cache-control", "public, max-age=60"),
    ];
    Ok((headers, bytes).into_response())
}

fn build(
    app: &App,
    visitor: &Visitor,
    delivery: DeliveryId,
    audit: bool,
    auditor: bool,
) -> Result<CertificatePage, AppError> {
    let certificate = app.certificate(delivery)?.ok_or(AppError::NotFound("certificate"))?;
    let row = app.delivery_row(delivery)?.ok_or(AppError::NotFound("certificate"))?;
    let post_id = row.post.parse::<PostId>().map_err(|_| AppError::NotFound("certificate"))?;
    let post = app.published_post(post_id)?.ok_or(AppError::NotFound("certificate"))?;
    let in_force = app.in_force()?;
    let account = app.accounts()?.into_iter().find(|account| account.id == certificate.account);
    let show = Present { lang: visitor.lang, zone: in_force.zone.clone(), now: app.now() };
    let at = |at: Timestamp| Moment::second(moment(at), &in_force.zone, visitor.lang);
    let number = delivery.to_string()[..12].to_owned();
    let base = in_force.organisation.public_url.trim_end_matches('/');
    let audit = if audit { Some(audit_of(app, &show, &post, delivery)?) } else { None };
    Ok(CertificatePage {
        page: visitor.page(Here::Elsewhere),
        place: Place {
            section: Section::Accounts,
            contact_url: None,
            canonical_url: Some(format!("{base}/certificates/{delivery}")),
        },
        zone: in_force.organisation.time_zone.clone(),
        download_url: format!("/certificates/{delivery}/file"),
        file_name: format!("certificate-{number}.json"),
        number,
        words: words(&certificate, &at),
        account: account_line(&certificate, account.as_ref(), visitor.lang),
        sent: at(certificate.published),
        way: match account.as_ref().map(|account| account.channel) {
            Some(Channel::OfficialPage) => Way::OfficialPage,
            Some(Channel::ByHand) | None => Way::Hand,
        },
        post_url: certificate.statement.as_ref().map(|statement| statement.url.clone()).filter(|url| !url.is_empty()),
        pictures: pictures(&certificate, account.as_ref(), delivery),
        policy_version: certificate.policy_version.clone(),
        policy_effective: Moment::day(moment(in_force.adopted.effective), &in_force.zone, visitor.lang),
        policy_url: "/policy".to_owned(),
        engine: certificate.engine.clone(),
        people: certificate.cleared_by.iter().filter_map(role_line).collect(),
        proof: proof(app, &certificate)?,
        audit,
        audit_url: auditor.then(|| format!("/certificates/{delivery}?view=audit")),
    })
}

fn moment(at: Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

fn words(certificate: &Certificate, at: &dyn Fn(Timestamp) -> Moment) -> Words {
    match &certificate.statement {
        Some(statement) => {
            let digest = Sha256::digest(statement.text.as_bytes());
            let sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            Words::Shown { text: ExactText { text: statement.text.clone(), sha256 }, later: Later::Nothing }
        }
        None => Words::Erased { at: at(certificate.published), by: String::new(), why: String::new() },
    }
}

fn account_line(certificate: &Certificate, account: Option<&Account>, lang: Lang) -> AccountLine {
    let statement = certificate.statement.as_ref();
    let medium = statement.map(|statement| statement.medium.as_str()).unwrap_or("other");
    let page = account.and_then(|account| {
        let details = account.details.kept()?;
        Some(match account.channel {
            Channel::OfficialPage => format!("/official/{}", details.handle),
            Channel::ByHand => format!("/official/{}", account.id),
        })
    });
    AccountLine {
        name: statement.map(|statement| statement.account_name.clone()).unwrap_or_default(),
        medium: text(lang, format!("medium-{medium}")).to_string(),
        handle: statement.map(|statement| statement.account_handle.clone()).unwrap_or_default(),
        url: page,
    }
}

fn pictures(certificate: &Certificate, account: Option<&Account>, delivery: DeliveryId) -> Vec<Picture> {
    let Some(account) = account else { return Vec::new() };
    let pictures = certificate.statement.iter().flat_map(|statement| statement.pictures.iter().enumerate());
    let picture = |(n, picture): (usize, &shingi_app::certificate::StatedPicture)| Picture {
        url: format!("/official/{}/{delivery}/pictures/{n}", account.id),
        alt: picture.alt.clone(),
        size: None,
    };
    pictures.map(picture).collect()
}

fn role_line(bearer: &shingi_app::certificate::Bearer) -> Option<RoleLine> {
    let role = match bearer.role.as_str() {
        "author" => Role::Author,
        "reviewer" => Role::Reviewer,
        "committee" => Role::Committee,
        "publisher" => Role::Publisher,
        _ => return None,
    };
    let bearer = bearer.certification.map_or(Bearer::Member, |number| Bearer::Certification(number.to_string()));
    Some(RoleLine { role, bearer, at: None })
}

fn proof(app: &App, certificate: &Certificate) -> Result<Proof, AppError> {
    let keys = app.keys()?;
    let key = keys.of(Log::Certificates);
    let (line, newest) = app.store.read(|read| {
        let line = read.raw(Log::Certificates, certificate.pos, 1)?.into_iter().next();
        Ok::<_, AppError>((line, read.newest_checkpoint(Log::Certificates)?))
    })?;
    let line = line.ok_or(AppError::NotFound("certificate"))?;
    let (size, note) = newest.unwrap_or_default();
    let root = SignedCheckpoint::parse(&note).map(|signed| signed.checkpoint.root);
    let hex = |hash: shingi_ledger::tree::Hash| hash.0.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    Ok(Proof {
        origin: key.origin().to_owned(),
        key: key.verifier().to_string(),
        position: grouped(certificate.pos),
        leaf_hash: hex(leaf_hash(&line.line)),
        size,
        size_shown: grouped(size),
        root_hash: root.map(hex).unwrap_or_default(),
        checkpoint: note,
        witnesses: Vec::new(),
        log_url: "/log/".to_owned(),
    })
}

/// Item by item: what was found, who met or overruled it, and why.
fn audit_of(app: &App, show: &Present, post: &Post, delivery: DeliveryId) -> Result<Audit, AppError> {
    let missing = || AppError::NotFound("certificate");
    let Some(Progress::Published { attempt, .. }) = post.deliveries.get(&delivery).map(|delivery| &delivery.progress)
    else {
        return Err(missing());
    };
    let now = app.now();
    let (lines, world) = app
        .store
        .read(|read| Ok::<_, AppError>((read.stream(Log::Record, &stream("post", post.id))?, app.world(read, now)?)))?;
    let cleared = clearance_of(&lines, *attempt)?.ok_or_else(missing)?;
    let in_force = app.in_force()?;
    let mut by_item = BTreeMap::<ItemId, Vec<&Obligation>>::new();
    for obligation in &cleared.obligations {
        by_item.entry(obligation.item).or_default().push(obligation);
    }
    let items = in_force.policy.items.iter().map(|item| {
        let title = match show.lang {
            Lang::Ja => item.title_ja.clone(),
            Lang::En => item.title_en.clone(),
        };
        let obligations = by_item.remove(&item.id).unwrap_or_default();
        let rows = Rows { show, post, cleared: &cleared, world: &world };
        ItemRow {
            item: item.id.to_string(),
            duty: title,
            result: result(&obligations),
            basis: obligations.iter().map(|obligation| rows.basis(obligation)).collect(),
        }
    });
    let class = crate::form::word_of(&cleared.class);
    Ok(Audit {
        public_url: format!("/certificates/{delivery}"),
        class: show.t(&format!("class-{class}")),
        items: items.collect(),
    })
}

/// The heaviest thing that happened for an item.
fn result(obligations: &[&Obligation]) -> ItemResult {
    let any = |test: &dyn Fn(&Obligation) -> bool| obligations.iter().any(|obligation| test(obligation));
    if obligations.is_empty() {
        ItemResult::NotConcerned
    } else if any(&|o| matches!(o.standing, Standing::Overruled { .. })) {
        ItemResult::Overruled
    } else if any(&|o| o.strength == Strength::Consult && matches!(o.standing, Standing::Discharged { .. })) {
        ItemResult::Consulted
    } else if any(&|o| matches!(o.standing, Standing::Discharged { .. })) {
        ItemResult::Discharged
    } else if any(&|o| matches!(o.standing, Standing::Shown | Standing::Dismissed | Standing::Afterwards)) {
        ItemResult::Noted
    } else {
        ItemResult::Met
    }
}

struct Rows<'a> {
    show: &'a Present,
    post: &'a Post,
    cleared: &'a ClearanceRecord,
    world: &'a World,
}

impl Rows<'_> {
    fn basis(&self, obligation: &Obligation) -> Basis {
        let show = self.show;
        let what = match &obligation.duty {
            Duty::Finding { index, .. } => match self.cleared.findings.get(usize::from(*index)) {
                Some(bound) => format!("「{}」{}", bound.finding.quote, show.t(&bound.finding.rule.message_key())),
                None => show.t("obligation-finding"),
            },
            duty => show.t(&format!("obligation-{}", duty_name(duty))),
        };
        let (who, at) = match obligation.standing {
            Standing::Discharged { by, at } | Standing::Overruled { by, at } => (Some(by), Some(at)),
            Standing::Open | Standing::InForce | Standing::Shown | Standing::Dismissed | Standing::Afterwards => {
                (None, None)
            }
        };
        Basis {
            what,
            who: who.map(|person| show.person(self.world, person)),
            when: at.map(|at| Moment::minute(moment(at), &show.zone, show.lang)),
            why: self.why(obligation),
        }
    }

    /// The words that met it: the answer, the reason of an overruling, of a ruling, of a doubt's resolution.
    fn why(&self, obligation: &Obligation) -> Option<String> {
        match &obligation.duty {
            Duty::Finding { index, .. } => {
                let key = FindingKey::of(self.cleared.findings.get(usize::from(*index))?);
                let overruled = self.post.overrulings.iter().find(|overruling| overruling.key == key);
                if let Some(overruling) = overruled {
                    return overruling.reason.kept().cloned();
                }
                if obligation.strength == Strength::Consult {
                    return self.ruling();
                }
                let answer = self.post.answers.iter().find(|answer| answer.key == key)?.evidence.kept()?;
                Some(answer.url.as_ref().map_or_else(|| answer.text.clone(), |url| format!("{} {url}", answer.text)))
            }
            Duty::Ruling { .. } => self.ruling(),
            Duty::Doubt { doubt } => {
                let doubt = self.post.doubts.iter().find(|known| known.id == *doubt)?;
                let answer = doubt.resolution.as_ref()?.answer.kept()?;
                Some(format!("{} → {answer}", doubt.reason.kept()?))
            }
            Duty::Benefit => Some(self.cleared.content.benefit.clone()),
            Duty::Sources => Some(self.cleared.content.sources.join("、")),
            // What a fix mends is an id: the page of the post shows both wordings.
            Duty::Occasion => Some(self.cleared.content.answers.clone()).filter(|answers| !answers.is_empty()),
            Duty::Rights { picture } => {
                Some(self.cleared.content.pictures.get(usize::from(*picture))?.rights.as_ref()?.evidence.clone())
            }
            Duty::Account
            | Duty::Certification { .. }
            | Duty::Content
            | Duty::Fit(_)
            | Duty::Review
            | Duty::CoolingOff { .. }
            | Duty::Unchecked { .. }
            | Duty::Condition { .. }
            | Duty::Stop { .. }
            | Duty::Clock => None,
        }
    }

    fn ruling(&self) -> Option<String> {
        let rulings = self.post.consultations.iter().filter_map(|asked| asked.ruling.as_ref());
        rulings.max_by_key(|ruling| ruling.at)?.reason.kept().cloned()
    }
}
