//! Examples in Markdown that are documentation and test at once: of a rule, and of a pack's item (`cases.md`).
//! Serves every item.
//!
//! A fenced block whose first word is `finds` or `leaves-alone` holds one example a line. More words may follow:
//! `official` | `personal`, `reply`, a strength (in `cases.md`), `rule=family/name`, `class=…`, `today=2026-11-24`,
//! `organisation=…`, `contact=…`, `client=…`, `product=…`, `employer=stated|guessable|hidden|unknown`; `matter=…` (and
//! `matter-of=class`, `public-from=…` before it, `document=…`), `earlier=…`, `reply-to=…`, where `␣` is a blank; and
//! `incoming` for a message to the company. In a line `⟦…⟧` marks what is to be found,
//! `\n`, `\t`, `\\` and `\u{200b}` are escapes, and at its end `[picture]` or `[picture: alt text]` puts a picture beside
//! the text; behind `|` stands what is in it, for example `[picture: a stall | face | code=https://example.com]`.

use shingi_domain::{
    picture::{Faces, Trace},
    policy::{Circumstances, Class, ItemId, Policy, Strength, Voice},
    report::{Finding, Place, Report, Span},
};

use crate::{
    context::{Context, Earlier, Employer, InPicture, Looked, Medium, Organisation, Speaker},
    date::Date,
    engine::Engine,
    matters::{Fingerprints, Matter, MatterClass, Matters, Moment},
    mosaic::History,
    problem::{PackProblem, strength_of},
};

const TODAY: Date = match Date::new(2026, 11, 24) {
    Some(date) => date,
    None => panic!("the day exists"),
};

/// One line of a block.
#[derive(Debug, Clone)]
pub struct Example {
    pub file: String,
    pub line: usize,
    pub finds: bool,
    pub text: String,
    /// The marked stretches of `text`.
    pub marked: Vec<Span>,
    pub media: Vec<Medium>,
    pub ctx: Context,
    /// Somebody's message to the company, not our own words.
    pub incoming: bool,
    pub class: Class,
    pub strength: Option<Strength>,
    pub rule: Option<String>,
}

impl Example {
    #[must_use]
    pub fn inspect(&self, engine: &Engine) -> Report {
        if self.incoming {
            return engine.inspect_incoming(&self.text, &self.ctx);
        }
        engine.inspect(&self.text, &self.media, &self.ctx)
    }

    #[must_use]
    pub const fn circumstances(&self) -> Circumstances {
        Circumstances { voice: self.ctx.speaker.voice(), class: self.class, reply: self.ctx.reply }
    }

    fn problem(&self, expected: &str, came: &str) -> PackProblem {
        let help = format!("in `{}`", self.text.replace('\n', "\\n"));
        PackProblem::new(&self.file, self.line, expected, came, &help)
    }
}

/// All examples of a document. Blocks with another first word are left alone.
///
/// # Errors
/// Words that mean nothing here, broken marks and escapes, with their lines.
pub fn parse(file: &str, document: &str) -> Result<Vec<Example>, Vec<PackProblem>> {
    let mut examples = Vec::new();
    let mut problems = Vec::new();
    let mut block: Option<Option<Example>> = None;
    for (nth, line) in document.lines().enumerate() {
        let number = nth + 1;
        if let Some(info) = line.strip_prefix("```") {
            block = match block {
                Some(_) => None,
                None => Some(match parse_info(file, number, info) {
                    Ok(template) => template,
                    Err(problem) => {
                        problems.push(problem);
                        None
                    }
                }),
            };
            continue;
        }
        if let Some(Some(template)) = &block
            && !line.trim().is_empty()
        {
            match parse_line(template, number, line) {
                Ok(example) => examples.push(example),
                Err(problem) => problems.push(problem),
            }
        }
    }
    if block.is_some() {
        let line = document.lines().count();
        problems.push(PackProblem::new(file, line, "the end of a block", "the end of the file", "close it with ```"));
    }
    if problems.is_empty() { Ok(examples) } else { Err(problems) }
}

fn parse_info(file: &str, line: usize, info: &str) -> Result<Option<Example>, PackProblem> {
    let mut words = info.split_whitespace();
    let finds = match words.next() {
        Some("finds") => true,
        Some("leaves-alone") => false,
        _ => return Ok(None),
    };
    let mut ctx = Context::official(TODAY);
    let mut example = Example {
        file: file.to_owned(),
        line,
        finds,
        text: String::new(),
        marked: Vec::new(),
        media: Vec::new(),
        ctx: ctx.clone(),
        incoming: false,
        class: Class::Routine,
        strength: None,
        rule: None,
    };
    let (mut names, mut contacts, mut clients, mut products) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut beside = Beside::default();
    for word in words {
        let wrong = || {
            let expected = "official, personal, incoming, reply, a strength, rule=, class=, today=, organisation=, contact=, \
                            client=, product=, employer=, matter-of=, public-from=, matter=, document=, earlier=, reply-to=";
            PackProblem::new(file, line, expected, &format!("`{word}`"), "remove or correct the word")
        };
        match word.split_once('=') {
            None if word == "official" => {}
            None if word == "personal" => ctx.speaker = Context::personal(TODAY).speaker,
            None if word == "incoming" => example.incoming = true,
            None if word == "reply" => (ctx.reply, example.class) = (true, Class::Reply),
            None => example.strength = Some(strength_of(word).ok_or_else(wrong)?),
            Some(("rule", name)) => example.rule = Some(name.to_owned()),
            Some(("class", name)) => example.class = class_of(name).ok_or_else(wrong)?,
            Some(("today", date)) => ctx.today = date.parse().map_err(|_| wrong())?,
            Some(("organisation", name)) => names.push(name.to_owned()),
            Some(("contact", contact)) => contacts.push(contact.to_owned()),
            Some(("client", name)) => clients.push(name.to_owned()),
            Some(("reply-to", message)) => {
                (ctx.reply, example.class) = (true, Class::Reply);
                ctx.reply_to = Some(with_blanks(message));
            }
            Some((key @ ("matter-of" | "public-from" | "matter" | "document" | "earlier"), value)) => {
                beside.take(key, &with_blanks(value)).ok_or_else(wrong)?;
            }
            Some(("product", name)) => products.push(name.to_owned()),
            Some(("employer", name)) => {
                let employer = match name {
                    "stated" => Employer::Stated,
                    "guessable" => Employer::Guessable,
                    "hidden" => Employer::Hidden,
                    "unknown" => Employer::Unknown,
                    _ => return Err(wrong()),
                };
                ctx.speaker = Speaker::Personal { employer };
            }
            Some(_) => return Err(wrong()),
        }
    }
    ctx.organisation = Organisation::new(names, contacts).knowing(&clients, &products);
    beside.give(&mut ctx).map_err(|came| {
        PackProblem::new(file, line, "names of matters that can be searched for", &came, "correct the word")
    })?;
    example.ctx = ctx;
    Ok(Some(example))
}

/// A word of an information string cannot hold a blank itself.
fn with_blanks(value: &str) -> String {
    value.replace('␣', " ")
}

/// The register and the history of an example.
#[derive(Default)]
struct Beside {
    class: Option<MatterClass>,
    public_from: Option<Moment>,
    matters: Vec<Matter>,
    earlier: Vec<Earlier>,
}

impl Beside {
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "matter-of" => self.class = Some(value.parse().ok()?),
            "public-from" => self.public_from = Some(value.parse().ok()?),
            "earlier" => {
                let id = format!("e{}", self.earlier.len() + 1);
                self.earlier.push(Earlier { id, text: value.to_owned(), at: None });
            }
            _ => {
                let names = if key == "matter" { vec![value.to_owned()] } else { Vec::new() };
                let id = format!("m{}", self.matters.len() + 1);
                let mut matter = Matter::new(id, self.class.unwrap_or(MatterClass::CodeName), names);
                matter.public_from = self.public_from;
                if key == "document" {
                    matter.documents.push(Fingerprints::of(value)?);
                }
                self.matters.push(matter);
            }
        }
        Some(())
    }

    fn give(self, ctx: &mut Context) -> Result<(), String> {
        if !self.matters.is_empty() {
            let matters = Matters::new(self.matters);
            ctx.matters = Some(matters.map_err(|unfit| unfit.iter().map(ToString::to_string).collect::<String>())?);
        }
        if !self.earlier.is_empty() {
            ctx.history = Some(History::new(self.earlier));
        }
        Ok(())
    }
}

fn class_of(name: &str) -> Option<Class> {
    Class::ALL.into_iter().find(|class| crate::pack::class_name(*class) == name)
}

fn parse_line(template: &Example, line: usize, words: &str) -> Result<Example, PackProblem> {
    let mut example = Example { line, ..template.clone() };
    let tell = |expected: &str, came: &str| PackProblem::new(&template.file, line, expected, came, "correct the line");
    let words = match words.rsplit_once("[picture") {
        Some((before, alt)) if words.ends_with(']') => {
            let alt = alt.trim_end_matches(']').trim_start_matches(':').trim();
            let medium = parse_picture(alt).map_err(|word| {
                let expected = "nothing, face, perhaps-face, agreed, missing, code=, position=, owner=, rights=, used=";
                tell(expected, &format!("`{word}`"))
            })?;
            example.media.push(medium);
            before.trim_end()
        }
        _ => words,
    };
    let mut open = None;
    let mut chars = words.chars();
    while let Some(c) = chars.next() {
        match c {
            '⟦' if open.is_none() => open = Some(example.text.len()),
            '⟧' => match open.take() {
                Some(start) => example.marked.push(Span { start, end: example.text.len() }),
                None => return Err(tell("⟦ before ⟧", "⟧ alone")),
            },
            '⟦' => return Err(tell("⟧ before the next ⟦", "⟦ twice")),
            '\\' => match chars.next() {
                Some('n') => example.text.push('\n'),
                Some('t') => example.text.push('\t'),
                Some('\\') => example.text.push('\\'),
                Some('u') => {
                    let code: String = chars.by_ref().skip_while(|c| *c == '{').take_while(|c| *c != '}').collect();
                    let c = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                    example.text.push(c.ok_or_else(|| tell("an escape like \\u{200b}", &format!("`{code}`")))?);
                }
                other => return Err(tell("\\n, \\t, \\\\ or \\u{…}", &format!("\\{}", other.unwrap_or(' ')))),
            },
            c => example.text.push(c),
        }
    }
    if open.is_some() {
        return Err(tell("⟧ after ⟦", "the end of the line"));
    }
    if !example.finds && !example.marked.is_empty() {
        return Err(tell("no marks where nothing is found", "⟦…⟧"));
    }
    Ok(example)
}

/// A picture: its alternative text, and behind `|` what is in it. Gives back a word that means nothing here.
fn parse_picture(words: &str) -> Result<Medium, &str> {
    let mut parts = words.split('|').map(str::trim);
    let alt = parts.next().filter(|alt| !alt.is_empty()).map(str::to_owned);
    let mut medium = Medium { alt, ..Medium::default() };
    let mut picture = InPicture { name: "picture".to_owned(), ..InPicture::default() };
    for part in parts {
        match part.split_once('=') {
            None if part == "missing" => {
                medium.looked = Looked::Missing;
                return Ok(medium);
            }
            None if part == "nothing" => {}
            None if part == "agreed" => medium.agreed = true,
            None if part == "face" => picture.seen.faces = Faces::Some(1),
            None if part == "perhaps-face" => picture.seen.faces = Faces::Perhaps,
            Some(("code", text)) => picture.seen.codes.push(text.to_owned()),
            Some(("position", text)) => picture.traces.push(Trace::Position(text.to_owned())),
            Some(("owner", text)) => picture.traces.push(Trace::Owner(text.to_owned())),
            Some(("rights", text)) => picture.traces.push(Trace::Rights(text.to_owned())),
            Some(("used", post)) => picture.used_in = Some(post.to_owned()),
            None | Some(_) => return Err(part),
        }
        medium.looked = Looked::Seen(Box::new(picture.clone()));
    }
    Ok(medium)
}

/// Judges an example of a rule's document: exactly the marked stretches are found by this rule, and nothing else.
///
/// # Errors
/// What came instead.
pub fn judge_rule(example: &Example, rule: &str, engine: &Engine) -> Result<(), PackProblem> {
    let report = example.inspect(engine);
    let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.rule.as_str() == rule).collect();
    let in_text: Vec<Span> = found.iter().filter(|f| f.place == Place::Text).map(|f| f.span).collect();
    let beside = found.iter().any(|finding| finding.place != Place::Text);
    let holds = match (example.finds, example.marked.is_empty()) {
        (true, true) => beside && in_text.is_empty(),
        (true, false) => in_text == example.marked,
        (false, _) => found.is_empty(),
    };
    if holds { Ok(()) } else { Err(example.problem(&expected_of(example), &came_of(found.iter().copied()))) }
}

/// Judges a case of an item: something bound to the item, of the expected strength, touches each marked stretch (the
/// whole line where none is marked), and nothing bound to the item stands elsewhere.
///
/// # Errors
/// What came instead.
pub fn judge_case(example: &Example, item: ItemId, engine: &Engine, policy: &Policy) -> Result<(), PackProblem> {
    let report = example.inspect(engine);
    let mut bound = policy.bind(&report, example.circumstances());
    bound.retain(|bound| {
        bound.item == item && example.rule.as_ref().is_none_or(|rule| bound.finding.rule.as_str() == rule)
    });
    let whole = [Span { start: 0, end: example.text.len() }];
    let wanted = if example.marked.is_empty() { &whole[..] } else { &example.marked };
    let touches = |finding: &Finding, span: &Span| {
        finding.place != Place::Text || finding.span.start < span.end && span.start < finding.span.end
    };
    let holds = if example.finds {
        let right = |span: &Span| {
            bound
                .iter()
                .any(|b| touches(&b.finding, span) && example.strength.is_none_or(|wanted| wanted == b.strength))
        };
        wanted.iter().all(right) && bound.iter().all(|b| wanted.iter().any(|span| touches(&b.finding, span)))
    } else {
        bound.is_empty()
    };
    if holds {
        return Ok(());
    }
    let mut came = came_of(bound.iter().map(|bound| &bound.finding));
    for bound in &bound {
        came.push_str(&format!(", {:?}", bound.strength).to_lowercase());
    }
    Err(example.problem(&expected_of(example), &came))
}

fn expected_of(example: &Example) -> String {
    if !example.finds {
        return "no finding".to_owned();
    }
    let marked: Vec<String> =
        example.marked.iter().map(|span| format!("⟦{}⟧", &example.text[span.start..span.end])).collect();
    let strength = example.strength.map_or_else(String::new, |strength| format!(" {strength:?}").to_lowercase());
    let what = if marked.is_empty() { "a finding".to_owned() } else { marked.join(" ") };
    format!(
        "{what}{strength} for {}",
        if example.ctx.speaker.voice() == Voice::Official { "official" } else { "personal" }
    )
}

fn came_of<'f>(findings: impl Iterator<Item = &'f Finding>) -> String {
    let found: Vec<String> = findings.map(|finding| format!("{} ⟦{}⟧", finding.rule, finding.quote)).collect();
    if found.is_empty() { "nothing".to_owned() } else { found.join(" ") }
}
