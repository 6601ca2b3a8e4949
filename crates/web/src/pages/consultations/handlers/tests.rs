//! Who rules, on which bytes, under which conditions, and what may never be refused (2-4, 1-9).

use shingi_domain::{
    id::{ConsultationId, PostId},
    post::Verdict,
};

use crate::testing::Server;

const WATER: &str = "水道料金と節水";

struct Case {
    server: Server,
    post: PostId,
    id: ConsultationId,
    digests: Vec<(String, String)>,
}

fn case() -> Case {
    let server = Server::demo();
    let post = server.post(WATER);
    let desk = server.desk(post);
    let id = desk.post.consultations[0].id;
    let digests = desk.open_digests();
    let digests = digests.iter().map(|(delivery, digest)| (format!("digest.{delivery}"), digest.0.to_string()));
    Case { post, id, digests: digests.collect(), server }
}

impl Case {
    fn rule(&self, login: &str, fields: &[(&str, &str)]) -> crate::testing::Seen {
        let mut all = self.digests.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>();
        all.extend_from_slice(fields);
        self.server.sign_in(login).post(&format!("/consultations/{}/ruling", self.id), &all)
    }

    fn page(&self, login: &str) -> crate::testing::Seen {
        self.server.sign_in(login).get(&format!("/consultations/{}", self.id))
    }
}

const PERMIT: [(&str, &str); 3] = [("protected", "no"), ("verdict", "permit"), ("reason", "事実だけを述べている。")];

#[test]
fn a_member_rules_with_a_condition_that_its_author_then_meets() {
    let case = case();
    let kobayashi = case.server.sign_in("kobayashi");
    kobayashi.get("/consultations").is(200).shows("水道料金の話題に触れています").shows("裁定待ち");
    case.page("kobayashi").is(200).shows("ruling\" method=\"post\"").shows("節水の工夫を三つ、まとめました。");
    let mut fields = PERMIT.to_vec();
    fields.extend([("condition", "市の資料を出典に加える"), ("condition", " ")]);
    let answer = case.rule("kobayashi", &fields);
    let path = format!("/consultations/{}", case.id);
    assert_eq!((answer.status.as_u16(), answer.location()), (303, format!("{path}?done=ruled").as_str()));

    let open = |case: &Case| case.server.desk(case.post).parts[0].open().len();
    let before = open(&case);
    case.page("kobayashi").shows("市の資料を出典に加える").hides("/evidence\"");
    let sato = case.server.sign_in("sato");
    let evidence = format!("{path}/conditions/0/evidence");
    sato.get(&path).shows(&evidence);
    let condition = "裁定の条件：市の資料を出典に加える";
    sato.get(&format!("/posts/{}/edit", case.post)).shows(condition);
    case.server.sign_in("takahashi").get(&format!("/reviews/{}", case.post)).shows(condition);
    sato.post(&evidence, &[("text", ""), ("url", "")]).is(422).shows("どう果たしたかを書いてください");
    let met = sato.post(&evidence, &[("text", "市の統計の頁を加えた"), ("url", "")]);
    assert_eq!(met.location(), format!("{path}?done=condition-met"));
    sato.get(&path).shows("市の統計の頁を加えた").hides(&evidence);
    assert_eq!(open(&case), before - 1);
    kobayashi.get("/consultations?tab=ruled").shows("水道料金の話題に触れています");
}

#[test]
fn the_author_cannot_rule_and_neither_can_somebody_who_was_not_asked() {
    let case = case();
    case.page("sato").is(200).shows("自分が書いた発信に、自分で裁定を下すことはできません").hides("/ruling\"");
    case.rule("sato", &PERMIT).is(403).shows("自分が書いた発信を、自分で通すことはできません。");
    case.page("takahashi").is(200).shows("これを決める立場の人ではありません").hides("/ruling\"");
    case.rule("takahashi", &PERMIT).is(403).shows("これを決める立場の人ではありません");
    assert!(case.server.desk(case.post).post.consultations[0].ruling.is_none());
}

#[test]
fn what_might_be_a_protected_report_can_only_be_permitted() {
    let case = case();
    let refuse = [("protected", "yes"), ("verdict", "refuse"), ("reason", "印象が悪い。")];
    let page = case.rule("kobayashi", &refuse);
    page.is(422).shows("「認める」だけが選べます").shows("印象が悪い。").shows("value=\"yes\" required checked");
    let conditions = [("protected", "yes"), ("verdict", "permit"), ("reason", "可。"), ("condition", "名前を消す")];
    case.rule("kobayashi", &conditions).is(422).shows("条件は付けられません").shows("名前を消す");
    case.rule("kobayashi", &[("verdict", "permit"), ("reason", "可。")]).is(422).shows("はじめの問いに答えてください");
    case.rule("kobayashi", &[("protected", "no")]).is(422).shows("を選んでください").shows("理由を書いてください");
    assert!(case.server.desk(case.post).post.consultations[0].ruling.is_none());
    case.rule("kobayashi", &[("protected", "yes"), ("verdict", "permit"), ("reason", "妨げない。")]).is(303);
    let ruling = case.server.desk(case.post).post.consultations[0].ruling.clone().unwrap();
    assert_eq!(ruling.verdict, Verdict::Permit);
}

#[test]
fn a_ruling_is_about_the_bytes_that_were_seen_and_only_once() {
    let case = case();
    let path = format!("/consultations/{}/ruling", case.id);
    case.server.sign_in("kobayashi").post(&path, &PERMIT).is(409).shows("もう今の文面ではありません");
    case.rule("kobayashi", &PERMIT).is(303);
    case.rule("kato", &PERMIT).is(409);
}

#[test]
fn whoever_may_not_see_a_consultation_does_not_learn_that_there_is_one() {
    let case = case();
    let matsumoto = case.server.sign_in("matsumoto");
    matsumoto.get("/consultations").is(200).hides("水道料金");
    case.page("matsumoto").is(404).hides("水道料金");
    case.rule("matsumoto", &PERMIT).is(404);
}
