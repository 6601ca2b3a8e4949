//! From the domain's facts to what pages show: names, moments, chips, obligations, the chain of who must still act.
//! Serves no item of its own.
//!
//! It chooses words and shapes, never what is open or who may: that is computed before.

use jiff::{Timestamp as Moment, ZonedDateTime, civil::Weekday, tz::TimeZone};
use shingi_app::{
    queries::desk::{Desk, Part},
    queries::history::Happened,
    words::{Lang, text},
};
use shingi_domain::{
    account::Account,
    actor::Actor,
    event::Event,
    id::PersonId,
    obligation::{Duty, Misfit, Obligation, Party, Standing},
    policy::{Class as DomainClass, Consulted, Strength as DomainStrength},
    post::{DeliveryState, PostEvent, Progress},
    time::Timestamp,
    world::World,
};

use crate::{
    form::word_of,
    pages::parts::{
        AccountTag, ChainStep, Class, Clock, Due, EventLine, Medium, ObligationRow, Stamp, State, Step, Strength,
    },
};

/// A language and the organisation's zone: what every moment and word needs.
#[derive(Clone)]
pub struct Present {
    pub lang: Lang,
    pub zone: TimeZone,
    pub now: Timestamp,
}

impl Present {
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        text(self.lang, key.to_owned()).to_string()
    }

    #[must_use]
    pub fn zoned(&self, at: Timestamp) -> ZonedDateTime {
        Moment::from_microsecond(at.0).unwrap_or(Moment::UNIX_EPOCH).to_zoned_datetime(self.zone.clone())
    }

    /// 11月24日（火）9:05, with the year where it is another one.
    #[must_use]
    pub fn stamp(&self, at: Timestamp) -> Stamp {
        let zoned = self.zoned(at);
        let words = format!("{}{:02}:{:02}", self.space(self.day(at)), zoned.hour(), zoned.minute());
        Stamp::new(iso(&zoned), words)
    }

    fn space(&self, day: String) -> String {
        format!("{day} ")
    }

    /// The day in words.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> String {
        let zoned = self.zoned(at);
        let other_year = zoned.year() != self.zoned(self.now).year();
        let weekday = self.weekday(zoned.weekday());
        match (self.lang, other_year) {
            (Lang::Ja, false) => format!("{}月{}日（{weekday}）", zoned.month(), zoned.day()),
            (Lang::Ja, true) => format!("{}年{}月{}日（{weekday}）", zoned.year(), zoned.month(), zoned.day()),
            (Lang::En, false) => format!("{weekday} {} {}", zoned.day(), month(zoned.month())),
            (Lang::En, true) => format!("{weekday} {} {} {}", zoned.day(), month(zoned.month()), zoned.year()),
        }
    }

    #[must_use]
    pub const fn weekday(&self, day: Weekday) -> &'static str {
        let (ja, en) = match day {
            Weekday::Monday => ("月", "Mon"),
            Weekday::Tuesday => ("火", "Tue"),
            Weekday::Wednesday => ("水", "Wed"),
            Weekday::Thursday => ("木", "Thu"),
            Weekday::Friday => ("金", "Fri"),
            Weekday::Saturday => ("土", "Sat"),
            Weekday::Sunday => ("日", "Sun"),
        };
        match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

    /// Asia/Tokyo（UTC+9）
    #[must_use]
    pub fn zone_words(&self) -> String {
        let offset = self.zoned(self.now).offset().seconds();
        let (hours, minutes) = (offset / 3600, (offset % 3600).abs() / 60);
        let minutes = if minutes == 0 { String::new() } else { format!(":{minutes:02}") };
        format!("{} (UTC{hours:+}{minutes})", self.zone.iana_name().unwrap_or("UTC"))
    }

    /// A person's name; what the record keeps of one whose name was erased.
    #[must_use]
    pub fn person(&self, world: &World, id: PersonId) -> String {
        let names = world.people.get(&id).and_then(|person| person.names.kept());
        names.map_or_else(|| self.t("person-erased"), |names| names.name.clone())
    }

    #[must_use]
    pub fn actor(&self, world: &World, actor: Actor) -> String {
        match actor {
            Actor::Person(person) => self.person(world, person),
            Actor::SystemFor(person) => {
                text(self.lang, "actor-system-for".to_owned()).with("name", self.person(world, person)).to_string()
            }
            Actor::System => self.t("actor-system"),
        }
    }

    #[must_use]
    pub fn account(&self, account: &Account) -> AccountTag {
        let details = account.details.kept();
        AccountTag {
            id: account.id.to_string(),
            name: details.map_or_else(|| self.t("account-erased"), |details| details.name.clone()),
            medium: medium(account.medium),
            colour: details.map_or(1, |details| details.colour),
        }
    }

    #[must_use]
    pub fn part_account(&self, part: &Part) -> AccountTag {
        part.account.as_ref().map_or_else(
            || AccountTag { id: String::new(), name: self.t("account-erased"), medium: Medium::Other, colour: 1 },
            |account| self.account(account),
        )
    }

    /// A line about one obligation: what, whose, whether met and by whom.
    #[must_use]
    pub fn obligation(&self, desk: &Desk, obligation: &Obligation) -> ObligationRow {
        let Obligation { duty, item, strength: asked, who, standing } = obligation;
        let open = obligation.is_open();
        let label = self.t(&format!("obligation-{}", duty_name(duty)));
        let label = match condition_words(desk, duty) {
            Some(words) => format!("{label}{}{words}", self.t("colon")),
            None => label,
        };
        let detail = match standing {
            Standing::Open | Standing::Afterwards => self.open_detail(desk, duty, *who),
            Standing::Discharged { by, at } => self.by_at("standing-discharged-by", desk, *by, *at),
            Standing::Overruled { by, at } => self.by_at("standing-overruled-by", desk, *by, *at),
            Standing::InForce | Standing::Shown | Standing::Dismissed => {
                self.t(&format!("standing-{}", word_of(standing).replace('_', "-")))
            }
        };
        let due = match duty {
            Duty::CoolingOff { until } if open => Some(Due::new(self.stamp(*until).text, Clock::Track)),
            _ => None,
        };
        ObligationRow {
            strength: if open { strength(*asked) } else { Strength::Done },
            icon: if open { duty_icon(duty) } else { "done-ring" },
            label,
            item: item.to_string(),
            detail,
            href: None,
            due,
        }
    }

    fn open_detail(&self, desk: &Desk, duty: &Duty, who: Party) -> String {
        match duty {
            Duty::Certification { person, .. } => {
                let name = self.person(&desk.world, *person);
                text(self.lang, "obligation-certification-missing".to_owned()).with("name", name).to_string()
            }
            Duty::Fit(Misfit::TooLong { counted, limit }) => text(self.lang, "obligation-too-long".to_owned())
                .with("counted", *counted)
                .with("limit", *limit)
                .to_string(),
            _ => self.t(&format!("party-{}", word_of(&who).replace('_', "-"))),
        }
    }

    fn by_at(&self, key: &str, desk: &Desk, by: PersonId, at: Timestamp) -> String {
        let name = self.person(&desk.world, by);
        text(self.lang, key.to_owned()).with("name", name).with("at", self.stamp(at).text).to_string()
    }

    /// Who still has to act, in order: write, answer, rule, review, wait, send. Later steps are blocked by earlier ones.
    #[must_use]
    pub fn chain(&self, desk: &Desk) -> Vec<ChainStep> {
        let left = desk.to_be_cleared().next().is_some();
        let merged = if left { crate::pages::posts::findings::merged(desk) } else { Vec::new() };
        let open = merged.iter().filter(|obligation| obligation.is_open()).collect::<Vec<_>>();
        let waits = |party: Party| open.iter().filter(|obligation| obligation.who == party).count();
        let asked = |party: Party| {
            desk.parts.iter().flat_map(|part| &part.obligations.all).any(|obligation| obligation.who == party)
        };
        let author = self.person(&desk.world, desk.post.author);
        let mut chain = Vec::new();
        let mut blocked = false;
        let steps = [
            (Party::Examiner, "badge", "chain-certified", author.clone(), true),
            (Party::Author, "write", "chain-author", author, true),
            (Party::Doubter, "doubt", "chain-doubt", self.doubters(desk), asked(Party::Doubter)),
            (Party::Manager, "consult", "chain-manager", self.t("party-manager"), asked(Party::Manager)),
            (Party::Committee, "consult", "chain-committee", self.t("party-committee"), asked(Party::Committee)),
            (Party::OtherCertified, "review", "chain-review", self.reviewers(desk), asked(Party::OtherCertified)),
            (
                Party::Administrator,
                "shield",
                "chain-administrator",
                self.t("party-administrator"),
                waits(Party::Administrator) > 0,
            ),
            (Party::Clock, "waiting", "chain-clock", self.t("party-clock"), asked(Party::Clock)),
        ];
        for (party, icon, what, who, there) in steps {
            if !there {
                continue;
            }
            let count = waits(party);
            let step = if count == 0 {
                Step::Done
            } else if blocked {
                Step::Todo
            } else {
                Step::Now
            };
            blocked |= count > 0;
            let note = if count == 0 {
                String::new()
            } else {
                text(self.lang, "chain-open".to_owned()).with("n", count).to_string()
            };
            chain.push(ChainStep { step, icon, what: self.t(what), who, note });
        }
        let sent = !desk.parts.is_empty()
            && desk.parts.iter().all(|part| matches!(part.delivery.progress, Progress::Published { .. }));
        let due = desk.parts.iter().find_map(|part| match part.delivery.progress {
            Progress::Scheduled { due, .. } => Some(self.stamp(due).text),
            _ => None,
        });
        let step = if sent {
            Step::Done
        } else if blocked {
            Step::Todo
        } else {
            Step::Now
        };
        let note = due.unwrap_or_else(|| if sent { String::new() } else { self.t("chain-no-time") });
        chain.push(ChainStep { step, icon: "send", what: self.t("chain-send"), who: String::new(), note });
        chain
    }

    fn doubters(&self, desk: &Desk) -> String {
        let names = desk.post.open_doubts().map(|doubt| self.person(&desk.world, doubt.by)).collect::<Vec<_>>();
        names.join("・")
    }

    /// Whoever could review all of it now.
    fn reviewers(&self, desk: &Desk) -> String {
        use shingi_domain::certification::Capability::Review;
        let accounts = desk.to_be_cleared().map(|part| part.delivery.account).collect::<Vec<_>>();
        let able = desk.world.people.values().filter(|person| {
            person.id != desk.post.author
                && accounts
                    .iter()
                    .all(|account| desk.world.certification(person.id, *account, Review, desk.now).is_some())
        });
        let names = able.filter_map(|person| person.names.kept()).map(|names| names.name.clone()).collect::<Vec<_>>();
        match names.len() {
            0 => self.t("chain-nobody"),
            1..=3 => names.join("・"),
            n => text(self.lang, "chain-any-of".to_owned()).with("n", n).to_string(),
        }
    }

    /// The sentence of one event.
    #[must_use]
    pub fn event(&self, world: &World, happened: &Happened) -> EventLine {
        let mut sentence =
            text(self.lang, format!("event-{}", happened.kind)).with("actor", self.actor(world, happened.actor));
        if let Event::Post(event) = &happened.event {
            for (name, value) in self.post_arguments(world, event) {
                sentence = sentence.with(name, value);
            }
        }
        let href = happened.stream.strip_prefix("post/").map(|id| format!("/posts/{id}"));
        EventLine {
            position: happened.pos,
            at: self.stamp(happened.at),
            sentence: sentence.to_string(),
            icon: event_icon(&happened.kind),
            href,
        }
    }

    fn post_arguments(&self, _: &World, event: &PostEvent) -> Vec<(&'static str, String)> {
        match event {
            PostEvent::Revised { revision, .. } | PostEvent::Submitted { revision } => {
                vec![("revision", revision.to_string())]
            }
            PostEvent::Approved { revision, .. }
            | PostEvent::EmergencyJoined { revision, .. }
            | PostEvent::Returned { revision, .. } => {
                vec![("revision", revision.to_string())]
            }
            PostEvent::Answered { item, .. }
            | PostEvent::NoteDismissed { item, .. }
            | PostEvent::FindingOverruled { item, .. } => vec![("item", item.to_string())],
            PostEvent::Consulted { with, .. } => vec![("with", self.consulted(*with))],
            PostEvent::Ruled { verdict, .. } => vec![("verdict", self.t(&format!("verdict-{}", word_of(verdict))))],
            PostEvent::Scheduled { due, .. } | PostEvent::Missed { due, .. } => vec![("due", self.stamp(*due).text)],
            PostEvent::Drafted { .. }
            | PostEvent::DoubtRaised { .. }
            | PostEvent::DoubtResolved { .. }
            | PostEvent::ConditionMet { .. }
            | PostEvent::Unscheduled { .. }
            | PostEvent::SendStarted { .. }
            | PostEvent::SendSucceeded { .. }
            | PostEvent::SendFailed { .. }
            | PostEvent::SendUnknown { .. }
            | PostEvent::EmergencyOpened { .. }
            | PostEvent::EmergencyReviewed { .. }
            | PostEvent::Abandoned {} => Vec::new(),
        }
    }

    #[must_use]
    pub fn consulted(&self, with: Consulted) -> String {
        self.t(&format!("consulted-{}", word_of(&with)))
    }
}

/// What a ruling asks for, in its own words.
fn condition_words<'a>(desk: &'a Desk, duty: &Duty) -> Option<&'a str> {
    let Duty::Condition { consultation, condition } = duty else { return None };
    let ruling = desk.post.consultation(*consultation)?.ruling.as_ref()?;
    ruling.conditions.kept()?.get(usize::from(*condition)).map(String::as_str)
}

/// The form's own fields with the sentences for their problems.
#[must_use]
pub fn field_problems(lang: Lang, problems: &[shingi_app::FieldProblem]) -> Vec<crate::pages::FieldProblem> {
    let problem = |problem: &shingi_app::FieldProblem| crate::pages::FieldProblem {
        field: problem.field.to_owned(),
        message: text(lang, format!("field-{}", problem.code)).to_string(),
    };
    problems.iter().map(problem).collect()
}

/// RFC 3339 with the offset, for `datetime`.
fn iso(zoned: &ZonedDateTime) -> String {
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

const fn month(month: i8) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
}

#[must_use]
pub const fn strength(strength: DomainStrength) -> Strength {
    match strength {
        DomainStrength::Note => Strength::Note,
        DomainStrength::Answer => Strength::Answer,
        DomainStrength::Review => Strength::Review,
        DomainStrength::Consult => Strength::Consult,
        DomainStrength::Forbid => Strength::Forbid,
    }
}

#[must_use]
pub const fn state(state: DeliveryState) -> State {
    match state {
        DeliveryState::Draft => State::Draft,
        DeliveryState::Waiting => State::Waiting,
        DeliveryState::Returned => State::Returned,
        DeliveryState::Held => State::Held,
        DeliveryState::Cleared => State::Cleared,
        DeliveryState::Scheduled => State::Scheduled,
        DeliveryState::Sending => State::Sending,
        DeliveryState::Published => State::Published,
        DeliveryState::Unknown => State::Unknown,
        DeliveryState::Corrected => State::Corrected,
        DeliveryState::Withdrawn => State::Withdrawn,
        DeliveryState::Expired => State::Expired,
    }
}

#[must_use]
pub const fn class(class: DomainClass) -> Class {
    match class {
        DomainClass::Reply => Class::Reply,
        DomainClass::Routine => Class::Routine,
        DomainClass::Fix => Class::Fix,
        DomainClass::Campaign => Class::Campaign,
        DomainClass::Delicate => Class::Delicate,
        DomainClass::Emergency => Class::Emergency,
    }
}

#[must_use]
pub const fn medium(medium: shingi_domain::account::Medium) -> Medium {
    use shingi_domain::account::Medium as Domain;
    match medium {
        Domain::OfficialPage => Medium::OfficialPage,
        Domain::X => Medium::X,
        Domain::Bluesky => Medium::Bluesky,
        Domain::Mastodon => Medium::Mastodon,
        Domain::Facebook => Medium::Facebook,
        Domain::Instagram => Medium::Instagram,
        Domain::Threads => Medium::Threads,
        Domain::Line => Medium::Line,
        Domain::Linkedin => Medium::Linkedin,
        Domain::Youtube => Medium::Youtube,
        Domain::Tiktok => Medium::Tiktok,
        Domain::Note => Medium::Note,
        Domain::Other => Medium::Other,
    }
}

/// What is to be done, in one word: `obligation-…` is its sentence.
#[must_use]
pub const fn duty_name(duty: &Duty) -> &'static str {
    match duty {
        Duty::Account => "account",
        Duty::Certification { .. } => "certification",
        Duty::Content => "content",
        Duty::Fit(_) => "fit",
        Duty::Benefit => "benefit",
        Duty::Sources => "sources",
        Duty::Occasion => "occasion",
        Duty::Review => "review",
        Duty::CoolingOff { .. } => "cooling-off",
        Duty::Rights { .. } => "rights",
        Duty::Finding { .. } => "finding",
        Duty::Unchecked { .. } => "unchecked",
        Duty::Doubt { .. } => "doubt",
        Duty::Ruling { .. } => "ruling",
        Duty::Condition { .. } => "condition",
        Duty::Stop { .. } => "stop",
        Duty::Clock => "clock",
    }
}

const fn duty_icon(duty: &Duty) -> &'static str {
    match duty {
        Duty::Account | Duty::Certification { .. } => "badge",
        Duty::Content | Duty::Fit(_) => "write",
        Duty::Benefit | Duty::Sources | Duty::Occasion | Duty::Rights { .. } | Duty::Condition { .. } => "answer",
        Duty::Review => "review",
        Duty::CoolingOff { .. } | Duty::Clock => "waiting",
        Duty::Finding { .. } => "flag",
        Duty::Unchecked { .. } => "unknown",
        Duty::Doubt { .. } => "doubt",
        Duty::Ruling { .. } => "consult",
        Duty::Stop { .. } => "stop",
    }
}

fn event_icon(kind: &str) -> &'static str {
    match kind {
        "post_drafted" | "post_revised" => "draft",
        "post_submitted" | "post_approved" => "review",
        "post_returned" => "returned",
        "post_doubt_raised" | "post_doubt_resolved" => "doubt",
        "post_consulted" | "post_ruled" => "consult",
        "post_scheduled" | "post_unscheduled" => "scheduled",
        "post_send_started" => "send",
        "post_send_succeeded" => "published",
        "post_send_failed" | "post_send_unknown" => "unknown",
        "post_missed" => "expired",
        "post_emergency_opened" | "post_emergency_joined" | "post_emergency_reviewed" => "flag",
        "stop_ordered" | "stop_lifted" => "stop",
        _ => "record",
    }
}
