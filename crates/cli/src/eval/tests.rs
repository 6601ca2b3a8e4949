//! The same figures as `eval/score.py`, what got better or worse, and rows that are none.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use clap::Parser;
use serde_json::Value;

use super::{EvalArgs, run_with};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    args: EvalArgs,
}

/// (exit code, standard output, standard error)
fn shingi_eval(arguments: &[&str]) -> (u8, String, String) {
    let all = ["eval", "--today", "2026-11-24", "--lang", "en"].iter().chain(arguments);
    let args = Line::try_parse_from(all).unwrap().args;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run_with(args, &mut out, &mut err).unwrap();
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn labelled(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../eval").join(name)
}

fn folder_with(name: &str, words: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    fs::write(&file, words).unwrap();
    (folder, file)
}

const CLEAN: &str = "{\"id\":\"a\",\"speaker\":\"official\",\"text\":\"おはようございます。\",\"expect\":[]}\n";
const PHONE: &str = "{\"id\":\"b\",\"speaker\":\"official\",\"text\":\"電話は090-1234-5678まで\",\
                     \"expect\":[{\"item\":\"1-4\",\"quote\":\"090-1234-5678\"}],\"absent\":[\"2-2\"]}\n";

#[test]
fn the_figures_are_those_of_the_script_in_eval() {
    let all = fs::read_to_string(labelled("blind.jsonl")).unwrap();
    let sample: String = all.lines().step_by(4).map(|line| format!("{line}\n")).collect();
    let (folder, posts) = folder_with("sample.jsonl", &sample);
    let report = folder.path().join("reports.jsonl");
    fs::write(&report, batch(&sample)).unwrap();
    let output = Command::new("python3").arg(labelled("score.py")).arg(&report).arg("--posts").arg(&posts).output();
    let output = output.expect("expected `python3` on the path: install it (apt install python3)").stdout;
    let script = String::from_utf8(output).unwrap();
    assert!(!script.contains("!!!"), "{script}");

    let (code, out, err) = shingi_eval(&[posts.to_str().unwrap(), "--format", "json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let figures: Value = serde_json::from_str(&out).unwrap();
    let number = |value: &Value, name: &str| value[name].as_u64().unwrap();
    let mut compared = 0;
    for (item, count) in figures["items"].as_object().unwrap() {
        let line = script.lines().find(|line| line.split_whitespace().next() == Some(item.as_str())).unwrap();
        let pair = |name: &str| format!("{}/{}", number(&count[name], "part"), number(&count[name], "whole"));
        let ours = [
            number(&count["recall"], "whole").to_string(),
            number(&count["recall"], "part").to_string(),
            pair("noise"),
            pair("noise_clean"),
            pair("noise_hard"),
        ];
        let words: Vec<&str> = line.split_whitespace().filter(|word| *word != "|").collect();
        let pairs: Vec<&str> = words.iter().copied().filter(|word| word.contains('/')).collect();
        assert_eq!(ours, [&[words[2], words[3]], pairs.as_slice()].concat()[..], "{line}");
        compared += 1;
    }
    assert_eq!(compared, 11);
    let figure = |name: &str| figures[name]["figure"].as_f64().unwrap();
    let last =
        format!("recall={:.4} precision={:.4} clean={:.4}", figure("recall"), figure("precision"), figure("clean"));
    assert_eq!(script.lines().last(), Some(last.as_str()));
}

/// What `shingi check --batch` says of these posts.
fn batch(posts: &str) -> Vec<u8> {
    #[derive(Parser)]
    struct Check {
        #[command(flatten)]
        args: crate::check::CheckArgs,
    }
    let args = Check::try_parse_from(["check", "--batch", "--today", "2026-11-24"]).unwrap().args;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut stdin = std::io::Cursor::new(posts);
    let streams = crate::check::Streams { stdin: &mut stdin, stdout: &mut out, stderr: &mut err, terminal: false };
    assert!(crate::check::run_with(args, streams) < 2);
    out
}

#[test]
fn a_baseline_says_what_got_better_or_worse_and_the_exit_code_follows() {
    let (folder, posts) = folder_with("posts.jsonl", &format!("{CLEAN}{PHONE}"));
    let posts = posts.to_str().unwrap();
    let (_, before, _) = shingi_eval(&[posts, "--format", "json"]);
    let file = folder.path().join("figures.json");
    fs::write(&file, &before).unwrap();
    let (code, out, _) = shingi_eval(&[posts, "--baseline", file.to_str().unwrap()]);
    assert!(code == 0 && out.contains("Every figure is what it was."), "{out}");

    // The house publishes the number itself now: it is found no more.
    let worse = [posts, "--baseline", file.to_str().unwrap(), "--contact", "090-1234-5678"];
    let (code, out, _) = shingi_eval(&worse);
    assert_eq!(code, 1, "{out}");
    assert!(out.lines().any(|line| line.contains("worse  1-4  recall") && line.contains("1.000  → 0.000")), "{out}");
    assert!(out.contains("missed now: 1-4 b «090-1234-5678»"), "{out}");

    let (_, now, _) = shingi_eval(&[posts, "--format", "json", "--contact", "090-1234-5678"]);
    fs::write(&file, &now).unwrap();
    let (code, out, err) = shingi_eval(&[posts, "--format", "json", "--baseline", file.to_str().unwrap()]);
    assert!(code == 0 && err.contains("better  1-4  recall") && err.contains("found now: 1-4 b"), "{err}");
    assert!(serde_json::from_str::<Value>(&out).is_ok(), "figures stay readable by programs: {out}");

    fs::write(&file, "{}").unwrap();
    let (code, out, err) = shingi_eval(&[posts, "--baseline", file.to_str().unwrap()]);
    assert!(code == 2 && out.is_empty() && err.contains("expected figures in"), "{err}");
}

#[test]
fn a_row_that_is_none_is_told_with_its_line_and_the_others_are_scored() {
    let strange = PHONE.replace("\"quote\":\"090", "\"quote\":\"080").replace("\"b\"", "\"c\"");
    let rows = format!("{CLEAN}not json\n{PHONE}{CLEAN}{strange}{{\"id\":\"d\",\"text\":\"x\"}}\n\n");
    let (_folder, posts) = folder_with("posts.jsonl", &rows);
    let (code, out, err) = shingi_eval(&[posts.to_str().unwrap(), "/no/such/file", "--list", "1-4"]);
    assert_eq!(code, 2);
    let places: Vec<&str> =
        err.lines().filter_map(|line| line.split("posts.jsonl:").nth(1)?.split(':').next()).collect();
    assert_eq!(places, ["2", "4", "5", "6"], "{err}");
    assert!(err.contains("got `a` again") && err.contains("got `080-1234-5678`") && err.contains("`/no/such/file`"));
    assert!(out.contains("2 posts"), "{out}");
    let (code, out, err) = shingi_eval(&["/no/such/file"]);
    assert!(code == 2 && out.is_empty() && err.contains("got none"), "{err}");
}

#[test]
fn another_pack_is_measured_and_a_broken_one_is_told_with_file_and_line() {
    let (folder, posts) = folder_with("posts.jsonl", &format!("{CLEAN}{PHONE}"));
    let dir = folder.path().join("pack");
    for (path, bytes) in shingi_check::pack::Pack::standard_files() {
        let file = dir.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let bindings = dir.join("1-04-personal-information/bindings.toml");
    let words = fs::read_to_string(&bindings).unwrap();
    let without = words.replacen("personal/phone_number", "personal/email", 1);
    let arguments = [posts.to_str().unwrap(), "--pack", dir.to_str().unwrap(), "--format", "json"];
    fs::write(&bindings, &without).unwrap();
    let (code, _, err) = shingi_eval(&arguments);
    assert!(code == 2 && err.contains("one strength for each rule and text"), "two strengths for one rule: {err}");
    assert!(err.contains("bindings.toml:"), "{err}");
    fs::write(&bindings, words.replacen("personal/phone_number", "hygiene/emoji_only", 1)).unwrap();
    let (code, out, err) = shingi_eval(&arguments);
    let figures: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{err}"));
    assert_eq!((code, figures["items"]["1-4"]["recall"]["part"].as_u64()), (0, Some(0)), "nothing finds numbers now");
}
