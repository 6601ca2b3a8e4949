//! What is known, what is new, what a program may mend by itself, and what was counted.

use std::fs;

use super::{lines, shingi_check};

#[test]
fn a_baseline_hides_what_is_known_also_where_lines_moved_and_shows_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let (post, baseline) = (folder.path().join("post.txt"), folder.path().join("baseline.json"));
    let post_name = post.to_str().unwrap();
    fs::write(&post, "電話は090-1234-5678まで。").unwrap();
    let (code, report, _) = shingi_check(&[post_name, "--format", "json"], b"");
    assert_eq!(code, 1);
    fs::write(&baseline, &report).unwrap();
    let again = [post_name, "--format", "json", "--baseline", baseline.to_str().unwrap()];

    fs::write(&post, "お知らせです。\n\n　電話は０９０-1234-5678まで。\n").unwrap();
    let (code, out, _) = shingi_check(&again, b"");
    let report = &lines(&out)[0];
    assert_eq!((code, report["findings"].as_array().unwrap().len(), &report["known"]), (0, 0, &1.into()), "{out}");
    assert!(report["obligations"].as_array().unwrap().iter().all(|asked| asked["what"] != "finding"), "{out}");

    fs::write(&post, "電話は090-1234-5678まで。自宅は080-1111-2222です。").unwrap();
    let (code, out, _) = shingi_check(&again, b"");
    let findings = lines(&out)[0]["findings"].as_array().unwrap().clone();
    assert_eq!((code, findings.len(), findings[0]["text"].as_str()), (1, 1, Some("080-1111-2222")), "{out}");

    let (code, out, _) = shingi_check(&[post_name, "--baseline", baseline.to_str().unwrap(), "--lang", "en"], b"");
    assert!(code == 1 && out.ends_with("One finding is open. One finding is known already.\n"), "{out}");
    let batch = format!("{{\"id\":{},\"text\":\"電話は090-1234-5678まで。\"}}", serde_json::json!(post_name));
    assert_eq!(shingi_check(&["--batch", "--baseline", baseline.to_str().unwrap()], batch.as_bytes()).0, 0);
}

#[test]
fn a_baseline_that_is_no_report_is_told_with_its_line_and_nothing_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let baseline = folder.path().join("baseline.json");
    for (words, told) in [
        (
            "{\"id\":\"-\",\"findings\":[]}\n{\"id\":\"-\",\"findings\":[{\"rule\":\"x\"}]}",
            "baseline.json:2: expected a report",
        ),
        ("not json", "baseline.json:1: expected a report"),
    ] {
        fs::write(&baseline, words).unwrap();
        let (code, out, err) = shingi_check(&["-", "--baseline", baseline.to_str().unwrap()], "x".as_bytes());
        assert!(code == 2 && out.is_empty() && err.contains(told), "{err}");
    }
    let (code, _, err) = shingi_check(&["-", "--baseline", "/no/such/file"], b"x");
    assert!(code == 2 && err.contains("`/no/such/file`"), "{err}");
}

#[test]
fn fixing_takes_out_what_nobody_sees_keeps_the_rest_byte_for_byte_and_checks_what_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let post = folder.path().join("post.txt");
    let name = post.to_str().unwrap();
    fs::write(&post, "\u{feff}新し\u{202e}い\u{202c}店\r\n案\u{200b}内は http://example.com です\r\n").unwrap();
    let before = fs::read(&post).unwrap();

    let (code, out, _) = shingi_check(&[name, "--fix", "--dry-run"], b"");
    assert_eq!(code, 1);
    assert!(out.contains("-新し<U+202E>い<U+202C>店") || out.contains("新し<U+202E>い<U+202C>店"), "{out}");
    assert!(out.lines().any(|line| line.starts_with('+') && line.contains("新しい店")), "{out}");
    assert_eq!(fs::read(&post).unwrap(), before, "a dry run changes nothing");

    let (code, out, err) = shingi_check(&[name, "--fix", "--lang", "en", "--format", "json"], b"");
    assert_eq!(fs::read_to_string(&post).unwrap(), "\u{feff}新しい店\r\n案内は http://example.com です\r\n");
    assert!(err.contains("3 changes made"), "{err}");
    let rules: Vec<_> = lines(&out)[0]["findings"].as_array().unwrap().iter().map(|f| f["rule"].clone()).collect();
    assert!(rules.contains(&"hygiene/http_link".into()) && !rules.contains(&"hygiene/zero_width".into()), "{out}");
    let link = &lines(&out)[0]["findings"][0]["fix"];
    assert_eq!((&link["replacement"], &link["applicability"]), (&"https://example.com".into(), &"suggest".into()));
    assert!(code <= 1);

    let made = fs::metadata(&post).unwrap().modified().unwrap();
    let (code, out, _) = shingi_check(&[name, "--fix", "--dry-run"], b"");
    assert_eq!((code, out.as_str()), (0, ""), "nothing is left to change");
    shingi_check(&[name, "--fix"], b"");
    assert_eq!(fs::metadata(&post).unwrap().modified().unwrap(), made, "an unchanged file is not written");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_fixed_file_keeps_its_permissions_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (post, link) = (folder.path().join("post.txt"), folder.path().join("link.txt"));
    fs::write(&post, "案\u{200b}内").unwrap();
    fs::set_permissions(&post, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&post, &link).unwrap();
    shingi_check(&[link.to_str().unwrap(), "--fix"], b"");
    assert_eq!(fs::read_to_string(&post).unwrap(), "案内");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&post).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn standard_input_is_not_fixed_in_place() {
    let (code, out, err) = shingi_check(&["-", "--fix"], "案\u{200b}内".as_bytes());
    assert!(code == 2 && out.is_empty() && err.contains("expected files with `--fix`"), "{err}");
}

#[test]
fn statistics_count_by_item_and_rule_on_standard_error() {
    let rows = "{\"id\":1,\"text\":\"電話は090-1234-5678まで\"}\n{\"id\":2,\"text\":\"おはようございます。\"}\n";
    let (_, out, err) = shingi_check(&["--batch", "--stats", "--lang", "en"], rows.as_bytes());
    assert_eq!(lines(&out).len(), 2, "reports stay readable by programs");
    let has = |words: &[&str]| err.lines().any(|line| line.split_whitespace().collect::<Vec<_>>() == words);
    assert!(has(&["2", "texts"]) && has(&["1", "1", "personal/phone_number"]), "{err}");
    assert!(err.lines().any(|line| line.ends_with("texts a second")), "{err}");
}
