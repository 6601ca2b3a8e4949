//! The public's view: which accounts are official, what they said, and feeds to follow it (0, 2-5, 2-9).
//!
//! Everything here is cacheable and the same for everyone. Must never show what was not published.

use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use shingi_app::{App, AppError, in_force::InForce};
use shingi_domain::{
    account::{Account, AccountDetails, Channel},
    certification::Capability,
    id::{DeliveryId, PostId},
    post::{Post, Progress, Resolved},
    time::Timestamp,
};
use shingi_ledger::Log;
use shingi_store::view::posts::{Cursor, DeliveryRow};

use super::{
    feed::{self, Entry, Feed, FeedPicture},
    trust::{
        AccountEntry, AccountState, FeedsEntry, LogEntry, OfficialDocument, OrganisationEntry, PolicyEntry, Trust,
        official_json, trust_txt,
    },
    view::{
        AccountHead, AccountPage, AccountRow, AccountSign, LogLine, OfficialPage, PolicyLine, PostCard, PostPage,
        RetiredRow, Standing, look_up,
    },
};
use crate::{
    form::html,
    pages::{
        Here,
        public::{Moment, Picture, Place, Section, grouped, pieces, title_of},
    },
    present::medium,
    problem::Problem,
    state::{Answer, Web},
    visitor::Visitor,
    words_filter::{Lang, text},
};

/// Posts of one page of an account, and of a feed.
const PAGE: u32 = 20;

pub fn routes() -> Router<Web> {
    Router::new()
        .route("/official", get(index))
        .route("/official.json", get(document))
        .route("/trust.txt", get(trust))
        .route("/.well-known/trust.txt", get(trust))
        .route("/official/{account}", get(account))
        .route("/official/{account}/feed.atom", get(atom))
        .route("/official/{account}/feed.json", get(json))
        .route("/official/{account}/{post}", get(post))
        .route("/official/{account}/{post}/pictures/{n}", get(picture))
}

/// One public reader's language with the policy and organisation in force.
struct Public {
    in_force: std::sync::Arc<InForce>,
    lang: Lang,
}

impl Public {
    fn new(app: &App, lang: Lang) -> Result<Self, AppError> {
        Ok(Self { in_force: app.in_force()?, lang })
    }

    fn base(&self) -> &str {
        self.in_force.organisation.public_url.trim_end_matches('/')
    }

    fn place(&self, path: &str) -> Place {
        let contact_url = self.in_force.organisation.contacts.iter().find(|contact| contact.contains('@'));
        Place {
            section: Section::Accounts,
            contact_url: contact_url.map(|contact| format!("mailto:{contact}")),
            canonical_url: Some(format!("{}{path}", self.base())),
        }
    }

    fn zone(&self) -> String {
        self.in_force.organisation.time_zone.clone()
    }

    fn month(&self, at: Timestamp) -> Moment {
        Moment::month(moment(at), &self.in_force.zone, self.lang)
    }

    fn minute(&self, at: Timestamp) -> Moment {
        Moment::minute(moment(at), &self.in_force.zone, self.lang)
    }
}

fn moment(at: Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

fn sign(account: &Account, details: &AccountDetails) -> AccountSign {
    AccountSign { colour: details.colour, icon: medium(account.medium).icon() }
}

fn medium_name(account: &Account, lang: Lang) -> String {
    text(lang, medium(account.medium).key()).to_string()
}

/// A body that anyone may keep for a minute and must ask about afterwards, with its hash as its tag.
pub fn cacheable(headers: &HeaderMap, kind: &'static str, body: Vec<u8>) -> Response {
    let digest = Sha256::digest(&body);
    let tag = format!("\"{}\"", digest[..12].iter().map(|byte| format!("{byte:02x}")).collect::<String>());
    let same =
        headers.get(header::IF_NONE_MATCH).and_then(|seen| seen.to_str().ok()).is_some_and(|seen| seen.contains(&tag));
    let mut response = if same { StatusCode::NOT_MODIFIED.into_response() } else { body.into_response() };
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    out.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        out.insert(header::ETAG, tag);
    }
    response
}

/// A public page: the same for everyone who is not signed in, so it may be kept.
pub fn public_page(visitor: &Visitor, headers: &HeaderMap, template: &impl askama::Template) -> Answer {
    if visitor.signed.is_some() {
        return html(template);
    }
    let body = template.render().map_err(Problem::fault)?;
    Ok(cacheable(headers, "text/html; charset=utf-8", body.into_bytes()))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    u: String,
    /// Where the page before ended; what is no cursor begins at the newest.
    before: String,
}

async fn index(State(web): State<Web>, visitor: Visitor, headers: HeaderMap, Query(asked): Query<Asked>) -> Answer {
    let shown = visitor.clone();
    let page = web.run(move |app| build_index(app, &shown, &asked.u)).await?;
    public_page(&visitor, &headers, &page)
}

fn build_index(app: &App, visitor: &Visitor, asked: &str) -> Result<OfficialPage, AppError> {
    let public = Public::new(app, visitor.lang)?;
    let now = app.now();
    let world = app.store.read(|read| app.world(read, now))?;
    let mut accounts = Vec::new();
    let mut retired = Vec::new();
    for account in app.accounts()? {
        let Some(details) = account.details.kept() else { continue };
        if let Some(until) = account.closed_at {
            let (since, until) = (public.month(account.registered_at), public.month(until));
            retired.push(RetiredRow {
                medium: medium_name(&account, public.lang),
                handle: details.handle.clone(),
                since,
                until,
            });
            continue;
        }
        let operators = world
            .people
            .keys()
            .filter(|person| world.certification(**person, account.id, Capability::Publish, now).is_some());
        accounts.push(AccountRow {
            sign: sign(&account, details),
            name: details.name.clone(),
            medium: medium_name(&account, public.lang),
            handle: details.handle.clone(),
            url: Some(public_url(&public, &account, details)),
            purpose: None,
            operators: u32::try_from(operators.count()).unwrap_or(u32::MAX),
            since: public.month(account.registered_at),
            page_url: Some(format!("/official/{}", segment(&account, details))),
        });
    }
    let key = app.keys()?;
    let size = app.store.read(|read| read.size(Log::Certificates))?;
    let judge = &public.in_force.judge;
    Ok(OfficialPage {
        page: visitor.page(Here::Official),
        place: public.place("/official"),
        zone: public.zone(),
        updated: None,
        lookup: look_up(asked, &accounts, &retired),
        accounts,
        retired,
        policy: Some(PolicyLine {
            url: "/policy".to_owned(),
            version: judge.version.clone(),
            effective: Moment::day(moment(public.in_force.adopted.effective), &public.in_force.zone, public.lang),
        }),
        corrections_url: None,
        log: Some(LogLine {
            url: "/log/".to_owned(),
            origin: key.of(Log::Certificates).origin().to_owned(),
            size,
            size_shown: grouped(size),
        }),
    })
}

/// Where the account itself is: on its medium, or on our page.
fn public_url(public: &Public, account: &Account, details: &AccountDetails) -> String {
    match account.channel {
        Channel::OfficialPage => format!("{}/official/{}", public.base(), details.handle),
        Channel::ByHand => details.url.clone(),
    }
}

/// The path segment of an account's page here: its handle where that is one, its id elsewhere.
fn segment(account: &Account, details: &AccountDetails) -> String {
    match account.channel {
        Channel::OfficialPage => details.handle.clone(),
        Channel::ByHand => account.id.to_string(),
    }
}

fn find_account(app: &App, wanted: &str) -> Result<(Account, AccountDetails), AppError> {
    for account in app.accounts()? {
        let Some(details) = account.details.kept().cloned() else { continue };
        if segment(&account, &details) == wanted || account.id.to_string() == wanted {
            return Ok((account, details));
        }
    }
    Err(AppError::NotFound("account"))
}

async fn document(State(web): State<Web>, visitor: Visitor, headers: HeaderMap) -> Answer {
    let body = web.run(move |app| build_document(app, visitor.lang)).await?;
    Ok(cacheable(&headers, "application/json; charset=utf-8", body.into_bytes()))
}

fn build_document(app: &App, lang: Lang) -> Result<String, AppError> {
    let public = Public::new(app, lang)?;
    let date =
        |at: Timestamp| moment(at).to_zoned_datetime(public.in_force.zone.clone()).strftime("%Y-%m-%d").to_string();
    let organisation = &public.in_force.organisation;
    let accounts = app.accounts()?.into_iter().filter_map(|account| {
        let details = account.details.kept()?.clone();
        let page = format!("{}/official/{}", public.base(), segment(&account, &details));
        Some(AccountEntry {
            id: account.id.to_string(),
            name: details.name.clone(),
            medium: crate::form::word_of(&account.medium),
            handle: details.handle.clone(),
            url: Some(public_url(&public, &account, &details)),
            state: if account.closed_at.is_some() { AccountState::Retired } else { AccountState::InUse },
            since: date(account.registered_at),
            until: account.closed_at.map(date),
            feeds: Some(FeedsEntry { atom: format!("{page}/feed.atom"), json: format!("{page}/feed.json") }),
            page: Some(page),
        })
    });
    let keys = app.keys()?;
    let key = keys.of(Log::Certificates);
    Ok(official_json(&OfficialDocument {
        version: 1,
        organisation: OrganisationEntry {
            name: organisation.name.clone(),
            names: organisation.other_names.clone(),
            url: public.base().to_owned(),
            contact: organisation.contacts.first().cloned(),
        },
        updated: None,
        accounts: accounts.collect(),
        policy: Some(PolicyEntry {
            version: public.in_force.judge.version.clone(),
            effective: date(public.in_force.adopted.effective),
            url: format!("{}/policy", public.base()),
        }),
        log: Some(LogEntry {
            origin: key.origin().to_owned(),
            key: key.verifier().to_string(),
            checkpoint: format!("{}/log/checkpoint", public.base()),
            tiles: format!("{}/log/tile/", public.base()),
        }),
    }))
}

async fn trust(State(web): State<Web>, visitor: Visitor, headers: HeaderMap) -> Answer {
    let body = web.run(move |app| {
        let public = Public::new(app, visitor.lang)?;
        let open = app
            .accounts()?
            .into_iter()
            .filter(|account| account.closed_at.is_none() && account.channel == Channel::ByHand);
        let social = open.filter_map(|account| account.details.kept().map(|details| details.url.clone())).collect();
        let mail = public.in_force.organisation.contacts.iter().filter(|contact| contact.contains('@'));
        Ok(trust_txt(&Trust {
            organisation: public.in_force.organisation.name.clone(),
            official_url: format!("{}/official", public.base()),
            control: vec![public.base().to_owned()],
            social,
            contact: mail.map(|mail| format!("mailto:{mail}")).collect(),
            disclosure: vec![format!("{}/policy", public.base())],
            ..Trust::default()
        }))
    });
    Ok(cacheable(&headers, "text/plain; charset=utf-8", body.await?.into_bytes()))
}

/// A published delivery with all that its page shows.
struct Said {
    row: DeliveryRow,
    content: Resolved,
    url: String,
    at: Timestamp,
}

fn said(app: &App, public: &Public, segment: &str, row: DeliveryRow) -> Result<Option<Said>, AppError> {
    let (Ok(post), Ok(delivery)) = (row.post.parse::<PostId>(), row.delivery.parse::<DeliveryId>()) else {
        return Ok(None);
    };
    let Some(post) = app.published_post(post)? else { return Ok(None) };
    Ok(published(&post, delivery).map(|(content, at)| Said {
        url: format!("{}/official/{segment}/{delivery}", public.base()),
        row,
        content,
        at,
    }))
}

fn published(post: &Post, delivery: DeliveryId) -> Option<(Resolved, Timestamp)> {
    let delivery = post.deliveries.get(&delivery)?;
    let Progress::Published { at, .. } = &delivery.progress else { return None };
    Some((delivery.content.kept()?.clone(), *at))
}

fn card(public: &Public, segment: &str, said: &Said) -> PostCard {
    let delivery = &said.row.delivery;
    let picture = |(n, picture): (usize, &shingi_domain::post::Picture)| Picture {
        url: format!("/official/{segment}/{delivery}/pictures/{n}"),
        alt: picture.alt.clone(),
        size: None,
    };
    PostCard {
        url: format!("/official/{segment}/{delivery}"),
        certificate_url: format!("/certificates/{delivery}"),
        words: pieces(&said.content.text),
        pictures: said.content.pictures.iter().enumerate().map(picture).collect(),
        at: public.minute(said.at),
        standing: Standing::Stands,
        corrects_url: None,
    }
}

fn head(public: &Public, account: &Account, details: &AccountDetails) -> AccountHead {
    let page_url = format!("/official/{}", segment(account, details));
    AccountHead {
        sign: sign(account, details),
        name: details.name.clone(),
        medium: medium_name(account, public.lang),
        handle: details.handle.clone(),
        purpose: None,
        since: public.month(account.registered_at),
        until: account.closed_at.map(|at| public.month(at)),
        atom_url: format!("{page_url}/feed.atom"),
        json_url: format!("{page_url}/feed.json"),
        elsewhere_url: (account.channel == Channel::ByHand).then(|| details.url.clone()),
        page_url,
    }
}

fn listed(
    app: &App,
    public: &Public,
    account: &Account,
    segment: &str,
    before: Option<&Cursor>,
) -> Result<(Vec<Said>, Option<Cursor>), AppError> {
    let mut rows = app.published(account.id, before, PAGE + 1)?;
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    // Of the last row, not of the last post that is shown: words that were erased are not, and more may follow them.
    let next = rows.last().filter(|_| more).map(DeliveryRow::cursor);
    let mut list = Vec::new();
    for row in rows {
        list.extend(said(app, public, segment, row)?);
    }
    Ok((list, next))
}

async fn account(
    State(web): State<Web>,
    visitor: Visitor,
    headers: HeaderMap,
    Path(wanted): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let shown = visitor.clone();
    let page = web
        .run(move |app| {
            let public = Public::new(app, shown.lang)?;
            let (account, details) = find_account(app, &wanted)?;
            let segment = segment(&account, &details);
            let before = asked.before.parse::<Cursor>().ok();
            let (list, older) = listed(app, &public, &account, &segment, before.as_ref())?;
            let path = format!("/official/{segment}");
            Ok(AccountPage {
                page: shown.page(Here::Official),
                place: public.place(&path),
                zone: public.zone(),
                account: head(&public, &account, &details),
                posts: list.iter().map(|said| card(&public, &segment, said)).collect(),
                newer_url: before.map(|_| path.clone()),
                older_url: older.map(|older| format!("{path}?before={older}")),
            })
        })
        .await?;
    public_page(&visitor, &headers, &page)
}

async fn post(
    State(web): State<Web>,
    visitor: Visitor,
    headers: HeaderMap,
    Path((wanted, delivery)): Path<(String, String)>,
) -> Answer {
    let shown = visitor.clone();
    let page = web
        .run(move |app| {
            let public = Public::new(app, shown.lang)?;
            let (account, details) = find_account(app, &wanted)?;
            let segment = segment(&account, &details);
            let delivery = delivery.parse::<DeliveryId>().map_err(|_| AppError::NotFound("post"))?;
            let row = app.delivery_row(delivery)?.filter(|row| row.account == account.id.to_string());
            let said = match row {
                Some(row) => said(app, &public, &segment, row)?,
                None => None,
            };
            let said = said.ok_or(AppError::NotFound("post"))?;
            let title = if said.content.title.is_empty() {
                title_of(&said.content.text, 40)
            } else {
                said.content.title.clone()
            };
            Ok(PostPage {
                page: shown.page(Here::Official),
                place: public.place(&format!("/official/{segment}/{delivery}")),
                zone: public.zone(),
                account: head(&public, &account, &details),
                post: card(&public, &segment, &said),
                title,
                base_url: public.base().to_owned(),
                summary: title_of(&said.content.text.replace('\n', " "), 200),
                newer_url: None,
                older_url: None,
            })
        })
        .await?;
    public_page(&visitor, &headers, &page)
}

async fn picture(
    State(web): State<Web>,
    headers: HeaderMap,
    Path((wanted, delivery, n)): Path<(String, String, usize)>,
) -> Answer {
    let (bytes, kind) = web
        .run(move |app| {
            let missing = || AppError::NotFound("picture");
            let (account, _) = find_account(app, &wanted)?;
            let delivery = delivery.parse::<DeliveryId>().map_err(|_| missing())?;
            let row =
                app.delivery_row(delivery)?.filter(|row| row.account == account.id.to_string()).ok_or_else(missing)?;
            let post = row.post.parse::<PostId>().map_err(|_| missing())?;
            let post = app.published_post(post)?.ok_or_else(missing)?;
            let (content, _) = published(&post, delivery).ok_or_else(missing)?;
            let picture = content.pictures.get(n).ok_or_else(missing)?;
            Ok((app.store.blobs().get(picture.blob)?, picture.media_type.clone()))
        })
        .await?;
    let kind = if kind == "image/png" { "image/png" } else { "image/jpeg" };
    Ok(cacheable(&headers, kind, bytes))
}

fn feed(app: &App, wanted: &str) -> Result<Feed, AppError> {
    let public = Public::new(app, Lang::Ja)?;
    let (account, details) = find_account(app, wanted)?;
    let segment = segment(&account, &details);
    let page_url = format!("{}/official/{segment}", public.base());
    let mut entries = Vec::new();
    for said in listed(app, &public, &account, &segment, None)?.0 {
        let mut pictures = Vec::new();
        for (n, picture) in said.content.pictures.iter().enumerate() {
            let (_, bytes) = app.store.blobs().open(picture.blob)?;
            let url = format!("{}/pictures/{n}", said.url);
            pictures.push(FeedPicture { url, alt: picture.alt.clone(), media_type: picture.media_type.clone(), bytes });
        }
        entries.push(Entry {
            id: said.row.delivery.clone(),
            certificate_url: format!("{}/certificates/{}", public.base(), said.row.delivery),
            title: if said.content.title.is_empty() {
                title_of(&said.content.text, 40)
            } else {
                said.content.title.clone()
            },
            text: said.content.text,
            published: moment(said.at),
            updated: moment(said.at),
            url: said.url,
            pictures,
        });
    }
    Ok(Feed {
        id: account.id.to_string(),
        title: details.name,
        organisation: public.in_force.organisation.name.clone(),
        lang: "ja",
        atom_url: format!("{page_url}/feed.atom"),
        json_url: format!("{page_url}/feed.json"),
        page_url,
        opened: moment(account.registered_at),
        entries,
    })
}

async fn atom(State(web): State<Web>, headers: HeaderMap, Path(wanted): Path<String>) -> Answer {
    let feed = web.run(move |app| feed(app, &wanted)).await?;
    Ok(cacheable(&headers, "application/atom+xml; charset=utf-8", feed::atom(&feed).into_bytes()))
}

async fn json(State(web): State<Web>, headers: HeaderMap, Path(wanted): Path<String>) -> Answer {
    let feed = web.run(move |app| feed(app, &wanted)).await?;
    Ok(cacheable(&headers, "application/feed+json; charset=utf-8", feed::json_feed(&feed).into_bytes()))
}
