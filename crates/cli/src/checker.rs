//! What reads texts on one's own machine: a pack, its engine, the organisation, the day and the language.
//!
//! Serves every **R** item, for `shingi check`, `shingi eval` and `shingi lsp`. Must never open a connection, and never
//! read a register of confidential matters but the file that is named to it: with that of a data folder, a check would
//! confirm code names.

use std::{borrow::Cow, path::PathBuf};

use clap::{Args, ValueEnum};
use fluent_bundle::FluentArgs;
use shingi_app::words::{Lang, words};
use shingi_check::{
    context::{Context, Employer, Organisation, Speaker},
    date::Date,
    engine::Engine,
    pack::Pack,
};
use shingi_domain::{
    policy::{Circumstances, Class, Item, ItemId, Strength},
    report::Report,
};

use crate::beside::{Beside, BesideArgs};

#[derive(Debug, Args)]
pub struct CheckerArgs {
    /// A name of the organisation; repeat it for several.
    #[arg(long, value_name = "NAME")]
    pub organisation: Vec<String>,
    /// A contact that the organisation has published (number, address); repeat it for several.
    #[arg(long, value_name = "CONTACT")]
    pub contact: Vec<String>,
    /// A name that the house keeps as a client's or partner's; repeat it for several.
    #[arg(long, value_name = "NAME")]
    pub client: Vec<String>,
    /// A product of the organisation's own; repeat it for several.
    #[arg(long, value_name = "NAME")]
    pub product: Vec<String>,
    #[command(flatten)]
    pub beside: BesideArgs,
    /// The day that the texts call today (default: today).
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// A policy pack in a folder, instead of the standard one.
    #[arg(long, value_name = "DIR")]
    pub pack: Option<PathBuf>,
    /// The language of messages.
    #[arg(long, value_enum, default_value_t = LangArg::Ja)]
    pub lang: LangArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SpeakerArg {
    Official,
    Personal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    Ja,
    En,
}

/// Everything that stays the same from text to text.
pub struct Checker {
    pub pack: Pack,
    engine: Engine,
    pub organisation: Organisation,
    pub today: Date,
    /// Since midnight, unless another day is called today.
    minute: Option<u16>,
    beside: Beside,
    /// Whether the texts answer somebody.
    pub reply: bool,
    pub lang: Lang,
}

impl CheckerArgs {
    /// # Errors
    /// Every problem of the pack, a line each, and what to do.
    pub fn pack(&self) -> Result<Pack, String> {
        let pack = match &self.pack {
            None => Pack::standard(),
            Some(folder) => Pack::load(&crate::pack::read_folder(folder)?),
        };
        pack.map_err(|problems| {
            let lines: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
            format!("{lines}expected a policy pack without problems; correct what stands above")
        })
    }

    pub const fn lang(&self) -> Lang {
        match self.lang {
            LangArg::Ja => Lang::Ja,
            LangArg::En => Lang::En,
        }
    }
}

impl Checker {
    /// # Errors
    /// What is wrong with the pack, and what to do.
    pub fn new(args: CheckerArgs, reply: bool) -> Result<Self, String> {
        let (pack, lang) = (args.pack()?, args.lang());
        let engine = Engine::new(&pack).map_err(|error| error.to_string())?;
        let beside = Beside::read(&args.beside)?;
        let CheckerArgs { organisation, contact, client, product, today, .. } = args;
        let organisation = Organisation::new(organisation, contact).knowing(&client, &product);
        let (minute, today) = (today.is_none().then(minute_here), today.unwrap_or_else(today_here));
        let reply = reply || beside.reply_to.is_some();
        Ok(Self { pack, engine, organisation, today, minute, beside, reply, lang })
    }

    /// What the engine finds, and the circumstances under which the policy is asked what follows.
    pub fn inspect(&self, text: &str, speaker: SpeakerArg) -> (Report, Circumstances) {
        let speaker = match speaker {
            SpeakerArg::Official => Speaker::Official { account: String::new() },
            SpeakerArg::Personal => Speaker::Personal { employer: Employer::Unknown },
        };
        let mut ctx = Context::official(self.today);
        ctx.speaker = speaker;
        ctx.organisation = self.organisation.clone();
        (ctx.minute, ctx.reply) = (self.minute, self.reply);
        self.beside.give(&mut ctx);
        let class = if self.reply { Class::Reply } else { Class::Routine };
        let circumstances = Circumstances { voice: ctx.speaker.voice(), class, reply: self.reply };
        (self.engine.inspect(text, &[], &ctx), circumstances)
    }

    /// The item's name in the language of messages; nothing where the pack has no such item.
    pub fn title(&self, item: ItemId) -> &str {
        title(&self.pack, item, self.lang)
    }

    pub fn word(&self, key: &str) -> Cow<'static, str> {
        word(self.lang, key)
    }

    pub fn word_with(&self, key: &str, name: &'static str, value: usize) -> Cow<'static, str> {
        let mut args = FluentArgs::new();
        args.set(name, value);
        words().get(self.lang, key, &args)
    }
}

pub fn title(pack: &Pack, item: ItemId, lang: Lang) -> &str {
    let found: Option<&Item> = pack.policy.items.iter().find(|known| known.id == item);
    found.map_or("", |item| match lang {
        Lang::Ja => item.title_ja.as_str(),
        Lang::En => item.title_en.as_str(),
    })
}

pub fn word(lang: Lang, key: &str) -> Cow<'static, str> {
    words().get(lang, key, &FluentArgs::new())
}

pub const fn strength_key(strength: Strength) -> &'static str {
    match strength {
        Strength::Note => "strength-note",
        Strength::Answer => "strength-answer",
        Strength::Review => "strength-review",
        Strength::Consult => "strength-consult",
        Strength::Forbid => "strength-forbid",
    }
}

/// Minutes since midnight in this machine's zone.
fn minute_here() -> u16 {
    let time = jiff::ZonedDateTime::now().time();
    u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
}

/// The day in this machine's zone.
fn today_here() -> Date {
    let date = jiff::ZonedDateTime::now().date();
    Date::new(date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
        .expect("a civil date of one calendar is one of the other")
}
