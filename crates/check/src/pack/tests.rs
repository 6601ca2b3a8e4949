//! What the loader refuses, each with its file and line.

use super::*;

const HEAD: &str = "[pack]\nid = \"test\"\nversion = \"1\"\ntitle_ja = \"試し\"\ntitle_en = \"Test\"\nacknowledge_days = 30\npass_percent = 80\n";
const CLASSES: &str = "[[class]]\nid = \"ID\"\ntitle_ja = \"組\"\ntitle_en = \"Class\"\nrequires = []\n";
const BINDING: &str = "[[binding]]\nrule = \"personal/phone_number\"\nstrength = \"forbid\"\n";

/// A pack of one item that loads, with the lists that the rules read.
fn small() -> BTreeMap<String, Vec<u8>> {
    let classes: String =
        classes::CLASSES.iter().map(|(name, _)| CLASSES.replace("ID", name)).collect::<Vec<_>>().join("\n");
    let mut files: BTreeMap<String, Vec<u8>> =
        Pack::standard_files().into_iter().filter(|(path, _)| path.starts_with("lexicon/")).collect();
    for (path, text) in [
        ("pack.toml", format!("{HEAD}\n{classes}").as_str()),
        ("1-04-personal/article.ja.md", "# 個人情報\n\n{organisation}は守ります。\n"),
        ("1-04-personal/article.en.md", "# Personal data\n\nKept.\n"),
        ("1-04-personal/bindings.toml", BINDING),
        ("1-04-personal/cases.md", "# Cases\n\n```finds official forbid\n電話は⟦090-1234-5678⟧まで\n```\n"),
    ] {
        files.insert(path.to_owned(), text.as_bytes().to_vec());
    }
    files
}

fn with(path: &str, text: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = small();
    files.insert(path.to_owned(), text.as_bytes().to_vec());
    files
}

/// (file, line, what came) of every problem.
fn problems(files: &BTreeMap<String, Vec<u8>>) -> Vec<(String, usize, String)> {
    Pack::load(files).unwrap_err().into_iter().map(|p| (p.file, p.line, p.came)).collect()
}

fn one(files: &BTreeMap<String, Vec<u8>>) -> (String, usize, String) {
    let mut all = problems(files);
    assert_eq!(all.len(), 1, "{all:#?}");
    all.remove(0)
}

#[test]
fn a_small_pack_loads_and_its_case_comes_out() {
    let pack = Pack::load(&small()).unwrap();
    assert_eq!(pack.policy.items[0].title_ja, "個人情報");
    assert_eq!(pack.articles[&ItemId::new(1, 4)].ja.body_for("つきのわ"), "つきのわは守ります。");
    assert_eq!(pack.run_cases(&crate::engine::Engine::new(&pack).unwrap()), Ok(1));
}

#[test]
fn a_case_that_comes_out_otherwise_is_told_with_its_line() {
    let files = with("1-04-personal/cases.md", "x\n```finds official answer\n電話は⟦090-1234-5678⟧まで\n```\n");
    let pack = Pack::load(&files).unwrap();
    let told = pack.run_cases(&crate::engine::Engine::new(&pack).unwrap()).unwrap_err();
    assert_eq!((told[0].file.as_str(), told[0].line), ("1-04-personal/cases.md", 3));
    assert!(told[0].came.ends_with("forbid"), "{}", told[0]);
}

#[test]
fn an_unknown_rule_a_wrong_strength_and_unknown_keys_are_all_told_at_once() {
    let text = "[[binding]]\nrule = \"personal/fax\"\nstrength = \"forbid\"\n\n[[binding]]\nrule = \"personal/email\"\n\
                strength = \"hard\"\nitem = \"1-4\"\nwhen = { speaker = \"robot\", clas = 1 }\n\n[[binding]]\nstrength = 5\n[other]\n";
    let mut lines: Vec<usize> = problems(&with("1-04-personal/bindings.toml", text)).into_iter().map(|p| p.1).collect();
    lines.dedup();
    assert_eq!(lines, [2, 7, 8, 9, 11, 12, 13]);
    let near = Pack::load(&with("1-04-personal/bindings.toml", &BINDING.replace("phone_number", "phone"))).unwrap_err();
    assert!(near[0].to_string().starts_with("1-04-personal/bindings.toml:2:8: expected a rule"), "{}", near[0]);
    let near = Pack::load(&with("1-04-personal/bindings.toml", &BINDING.replace("phone_number", "phon_number")));
    assert!(near.unwrap_err()[0].help.ends_with("is `personal/phone_number` meant?"));
}

#[test]
fn consulting_needs_somebody_and_only_consulting_does() {
    let text = format!("{}consult = \"manager\"\n", BINDING);
    assert_eq!(one(&with("1-04-personal/bindings.toml", &text)).1, 4);
    let text = BINDING.replace("forbid", "consult");
    let (_, line, came) = one(&with("1-04-personal/bindings.toml", &text));
    assert_eq!((line, came.as_str()), (1, "none"));
    let text = text + "consult = \"committee\"\nraises = \"delicate\"\n";
    assert!(Pack::load(&with("1-04-personal/bindings.toml", &text)).is_ok());
    let text = text.replace("delicate", "emergency");
    assert_eq!(one(&with("1-04-personal/bindings.toml", &text)).2, "`emergency`");
}

#[test]
fn a_rule_has_one_strength_for_a_text_but_may_have_another_for_other_texts() {
    let twice = format!("{BINDING}\n{}", BINDING.replace("forbid", "note"));
    let (_, line, came) = one(&with("1-04-personal/bindings.toml", &twice));
    assert_eq!((line, came.contains("line 1")), (5, true), "{came}");
    let apart = format!(
        "{BINDING}when = {{ speaker = \"official\" }}\n\n{}when = {{ speaker = \"personal\" }}\n",
        BINDING.replace("forbid", "note")
    );
    assert!(Pack::load(&with("1-04-personal/bindings.toml", &apart)).is_ok());
    let within = apart.replace("speaker = \"personal\"", "class = [\"routine\", \"fix\"]");
    assert_eq!(problems(&with("1-04-personal/bindings.toml", &within)).len(), 1);
}

#[test]
fn a_class_that_is_missing_doubled_or_asks_the_impossible_is_told() {
    let text = String::from_utf8(small()["pack.toml"].clone()).unwrap();
    let missing = text.replace("\"fix\"", "\"reply\"");
    let came: Vec<String> = problems(&with("pack.toml", &missing)).into_iter().map(|p| p.2).collect();
    assert_eq!(came, ["`reply` again", "none"]);
    let strange = text.replacen("requires = []", "requires = [\"tea\", \"cooling_off:0\", \"review\", \"review\"]", 1);
    let came: Vec<String> = problems(&with("pack.toml", &strange)).into_iter().map(|p| p.2).collect();
    assert_eq!(came, ["`tea`", "`cooling_off:0`", "`review`"], "in the order of their places");
}

#[test]
fn a_binding_that_counts_for_no_class_is_told() {
    let bound = |class: &str| {
        let text = format!(
            "[[binding]]\nrule = \"personal/phone_number\"\nwhen = {{ class = {class} }}\nstrength = \"note\"\n"
        );
        with("1-04-personal/bindings.toml", &text)
    };
    assert_eq!(one(&bound("[]")), ("1-04-personal/bindings.toml".to_owned(), 3, "an empty list".to_owned()));
    assert!(Pack::load(&bound("[\"reply\"]")).is_ok());
}

#[test]
fn a_review_afterwards_has_its_hours() {
    let text = String::from_utf8(small()["pack.toml"].clone()).unwrap();
    for wrong in ["review_afterwards", "review_afterwards:0", "review_afterwards:721", "review_afterwards:soon"] {
        let pack = text.replacen("requires = []", &format!("requires = [\"{wrong}\"]"), 1);
        assert_eq!(one(&with("pack.toml", &pack)).2, format!("`{wrong}`"));
    }
    let pack = text.replacen("requires = []", "requires = [\"review_afterwards:720\"]", 1);
    assert!(Pack::load(&with("pack.toml", &pack)).is_ok());
}

#[test]
fn articles_cases_and_lists_that_are_missing_are_told() {
    let mut files = small();
    for path in ["1-04-personal/article.en.md", "1-04-personal/cases.md", "lexicon/personal-private_facts.tsv"] {
        files.remove(path);
    }
    let told: Vec<String> = problems(&files).into_iter().map(|p| p.0).collect();
    assert_eq!(told, ["1-04-personal/article.en.md", "1-04-personal/cases.md", "lexicon/personal-private_facts.tsv"]);
}

#[test]
fn items_that_share_a_number_and_files_that_belong_nowhere_are_told() {
    let twice = with("1-04-privacy/article.ja.md", "# x\n\ny\n");
    assert!(problems(&twice).iter().any(|p| p.2 == "`1-04-privacy` beside `1-04-personal`"));
    assert_eq!(one(&with("1-4-privacy/article.ja.md", "# x")).2, "`1-4-privacy`");
    assert_eq!(one(&with("1-04-personal/notes.md", "x")).2, "`notes.md`");
    assert_eq!(one(&with("draft.txt", "x")).2, "`draft.txt`");
    assert!(Pack::load(&with(".git/config", "x")).is_ok());
}

#[test]
fn toml_utf8_titles_and_variables_that_are_wrong_are_told_with_their_line() {
    let (file, line, _) = one(&with("1-04-personal/bindings.toml", "[[binding]]\nrule = \n"));
    assert_eq!((file.as_str(), line), ("1-04-personal/bindings.toml", 2));
    let mut files = small();
    files.insert("1-04-personal/article.ja.md".into(), b"# x\n\xff".to_vec());
    assert_eq!(problems(&files)[0].1, 2);
    assert_eq!(one(&with("1-04-personal/article.ja.md", "個人情報\n\nx")).2, "個人情報");
    assert_eq!(one(&with("1-04-personal/article.ja.md", "# x\n\nby {company}\n")).2, "`{company}`");
    assert_eq!(one(&with("1-04-personal/cases.md", "```finds offical note\nx\n```\n")).2, "`offical`");
    assert_eq!(one(&with("1-04-personal/cases.md", "```finds official\nx\n```\n")).2, "none");
}

#[test]
fn the_hash_depends_on_every_byte_and_every_path() {
    let hash = |files: &BTreeMap<String, Vec<u8>>| Pack::load(files).unwrap().hash;
    let base = hash(&small());
    assert_eq!(base, hash(&small()));
    assert_ne!(base, hash(&with("1-04-personal/article.en.md", "# Personal data\n\nKept!\n")));
    assert_ne!(base, hash(&with("README.md", "")));
}

#[test]
fn the_standard_pack_has_the_preamble_and_every_item_of_the_policy() {
    let pack = Pack::standard().unwrap();
    let found: Vec<String> = pack.policy.items.iter().map(|item| item.id.to_string()).collect();
    let first = (1..=10).map(|n| format!("1-{n}"));
    let second = (1..=9).map(|n| format!("2-{n}"));
    let all: Vec<String> =
        ["0".to_owned(), "1".to_owned()].into_iter().chain(first).chain(["2".to_owned()]).chain(second).collect();
    assert_eq!(found, all);
}
