//! SARIF as its specification wants it, and workflow commands as GitHub reads them.

use serde_json::Value;

use super::shingi_check;

fn sarif(arguments: &[&str], stdin: &str) -> (u8, Value) {
    let all: Vec<&str> = ["--format", "sarif", "--lang", "en"].iter().chain(arguments).copied().collect();
    let (code, out, _) = shingi_check(&all, stdin.as_bytes());
    (code, serde_json::from_str(&out).unwrap())
}

fn result<'d>(document: &'d Value, rule: &str) -> &'d Value {
    let results = document["runs"][0]["results"].as_array().unwrap();
    results.iter().find(|result| result["ruleId"] == rule).unwrap_or_else(|| panic!("{results:#?}"))
}

/// What the published schema requires, and what the specification says beyond it.
fn faults(document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let mut need = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    let text = |value: &Value| value["text"].as_str().is_some_and(|text| !text.is_empty());
    need(document["version"] == "2.1.0", "version");
    need(document["$schema"].as_str().is_some_and(|uri| uri.ends_with("/sarif-schema-2.1.0.json")), "$schema");
    let run = &document["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    need(run["tool"]["driver"]["name"] == "shingi", "tool.driver.name");
    need(run["columnKind"] == "utf16CodeUnits", "columnKind");
    need(run["invocations"][0]["executionSuccessful"].is_boolean(), "executionSuccessful");
    let ids: std::collections::BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    need(ids.len() == rules.len(), "ids of rules are unique");
    let levels = ["none", "note", "warning", "error"];
    for rule in rules {
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap_or_default();
        let whole = ["shortDescription", "fullDescription", "help"].iter().all(|part| text(&rule[part]));
        need(whole && levels.contains(&level), &format!("descriptor {}", rule["id"]));
    }
    let artifacts = run["artifacts"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let place = &result["locations"][0]["physicalLocation"];
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        need(rules[index]["id"] == result["ruleId"], "ruleIndex");
        need(text(&result["message"]) && levels.contains(&result["level"].as_str().unwrap()), "message and level");
        let artifact = usize::try_from(place["artifactLocation"]["index"].as_u64().unwrap()).unwrap();
        need(artifacts[artifact]["location"]["uri"] == place["artifactLocation"]["uri"], "artifactLocation");
        let number = |name: &str| place["region"][name].as_u64().unwrap();
        let (start, end) = ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
        need(start.0 >= 1 && start.1 >= 1 && start <= end, "region");
        need(result["partialFingerprints"].as_object().is_some_and(|prints| !prints.is_empty()), "fingerprint");
    }
    faults
}

#[test]
fn a_sarif_document_has_what_its_schema_requires_and_its_indices_lead_somewhere() {
    let (code, document) = sarif(&["-"], "電話は090-1234-5678まで。http://example.com を見て\u{202e}ね\u{202c}");
    assert_eq!((code, faults(&document)), (1, Vec::<String>::new()));
    let mut broken = document.clone();
    broken["runs"][0]["columnKind"] = "characters".into();
    broken["runs"][0]["results"][0]["ruleIndex"] = 1.into();
    broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 9.into();
    assert_eq!(faults(&broken), ["columnKind", "ruleIndex", "region"]);
    let (code, clean) = sarif(&["-"], "おはようございます。");
    assert_eq!((code, faults(&clean), clean["runs"][0]["results"].as_array().unwrap().len()), (0, vec![], 0));
}

#[test]
fn regions_count_lines_and_utf16_columns_under_japanese_and_surrogate_pairs() {
    let text = "一行目🎉\r\n𠮷野家の電話は０９０-1234-5678\nまで";
    let (_, document) = sarif(&["-"], text);
    let region = &result(&document, "personal/phone_number")["locations"][0]["physicalLocation"]["region"];
    let number = |name: &str| region[name].as_u64().unwrap();
    // 一行目, a pair and CR LF are 7 units; 𠮷 is a pair, 野家の電話は six.
    assert_eq!((number("startLine"), number("startColumn"), number("endLine"), number("endColumn")), (2, 9, 2, 22));
    assert_eq!((number("charOffset"), number("charLength")), (15, 13));
    assert_eq!(region["snippet"]["text"], "０９０-1234-5678");
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(String::from_utf16(&units[15..28]).unwrap(), "０９０-1234-5678");
}

#[test]
fn a_fix_stands_in_sarif_with_its_region_and_says_whether_it_is_safe() {
    let (_, document) = sarif(&["-"], "案\u{200b}内は http://example.com です");
    let fix = &result(&document, "hygiene/zero_width")["fixes"][0];
    let change = &fix["artifactChanges"][0]["replacements"][0];
    assert_eq!((&fix["properties"]["applicability"], &change["insertedContent"]["text"]), (&"safe".into(), &"".into()));
    assert_eq!(
        (&change["deletedRegion"]["startColumn"], &change["deletedRegion"]["endColumn"]),
        (&2.into(), &3.into())
    );
    let fix = &result(&document, "hygiene/http_link")["fixes"][0];
    assert_eq!(fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "https://example.com");
    assert_eq!(fix["properties"]["applicability"], "suggest");
}

#[test]
fn a_file_that_cannot_be_read_makes_the_run_unsuccessful_and_the_others_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let (broken, good) = (folder.path().join("broken.txt"), folder.path().join("good.txt"));
    std::fs::write(&broken, b"\xff").unwrap();
    std::fs::write(&good, "電話は090-1234-5678").unwrap();
    let (code, document) = sarif(&[broken.to_str().unwrap(), good.to_str().unwrap()], "");
    let run = &document["runs"][0];
    assert_eq!((code, &run["invocations"][0]["executionSuccessful"]), (2, &false.into()));
    let told = &run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert!(told.as_str().unwrap().contains("byte column 1"), "{told}");
    assert!(run["artifacts"][0]["location"]["uri"].as_str().unwrap().ends_with("/good.txt"));
    assert_eq!(faults(&document), Vec::<String>::new());
}

#[test]
fn a_workflow_command_names_file_line_and_columns_and_escapes_what_divides() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a,b:c%.txt");
    std::fs::write(&file, "一\n電話は090-1234-5678まで").unwrap();
    let (code, out, _) = shingi_check(&[file.to_str().unwrap(), "--format", "github", "--lang", "en"], b"");
    let line = out.lines().find(|line| line.contains("phone_number")).unwrap_or_else(|| panic!("{out}"));
    assert_eq!(code, 1);
    assert!(line.starts_with("::error file="), "{line}");
    assert!(line.contains("/a%2Cb%3Ac%25.txt,line=2,endLine=2,col=4,endColumn=16,title="), "{line}");
    assert_eq!(line.matches("%0A").count(), 2, "what, why and what to do: {line}");
    assert!(out.lines().all(|line| line.starts_with("::")), "{out}");
    let (_, out, _) = shingi_check(&["-", "--format", "github"], "電話は090-1234-5678まで".as_bytes());
    assert!(!out.contains("file="), "{out}");
}

#[test]
fn a_batch_has_no_other_format_than_json() {
    let (code, out, err) = shingi_check(&["--batch", "--format", "sarif"], b"{\"id\":1,\"text\":\"x\"}");
    assert!(code == 2 && out.is_empty() && err.contains("`--format json`"), "{err}");
}
