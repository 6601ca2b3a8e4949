//! Who can clear what and when, for those who may see it, and a time that nobody can keep (1-7, 2-6).

use crate::testing::Server;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

#[test]
fn on_a_sunday_nobody_is_there_until_two_people_say_so() {
    let server = Server::demo();
    let page = server.sign_in("kobayashi").get("/feasibility");
    page.is(200).shows("11月29日（日）").shows("書く人");
    for login in ["matsumoto", "takahashi", "sasaki"] {
        server.sign_in(login).get("/feasibility").is(403);
    }
    server.sign_in("yamada").get("/feasibility").is(200);
    let gaps = |server: &Server| {
        let who = server.sign_in("kobayashi").signed;
        let found = server.app().feasibility(&who, 7).unwrap();
        found.gaps.iter().filter(|gap| gap.day == 5 && gap.class == shingi_domain::policy::Class::Routine).count()
    };
    let before = gaps(&server);
    assert!(before > 0);
    for login in ["sato", "takahashi"] {
        let person = server.sign_in(login);
        let path = format!("/people/{}/presence", person.signed.id());
        let days = DAYS.map(|day| ("day", day));
        assert!(person.post(&path, &days).is(303).location().ends_with("done=presence"));
    }
    assert!(gaps(&server) < before);
    // Nobody enters another's days but who keeps the directory.
    let other = format!("/people/{}/presence", server.sign_in("takahashi").signed.id());
    server.sign_in("sato").post(&other, &[("day", "monday")]).is(403);
}

#[test]
fn a_leave_is_entered_with_its_end_and_a_time_that_nobody_can_keep_is_told() {
    let server = Server::demo();
    let post = server.post("せせらぎ2 発売のお知らせ");
    let delivery = server.desk(post).parts[0].delivery.clone();
    let sato = server.sign_in("sato");
    let schedule = format!("/posts/{post}/deliveries/{}/schedule", delivery.id);
    sato.post(&schedule, &[("date", "2026-11-27"), ("time", "09:00")]).is(303);
    let page = format!("/posts/{post}");
    sato.get(&page).is(200).hides("までに通せません");
    for (id, person) in server.desk(post).world.people.clone() {
        if person.roles.contains(&shingi_domain::people::Role::Operator) && id != sato.signed.id() {
            let yamada = server.sign_in("yamada");
            let path = format!("/people/{id}/presence");
            let leave = [("leave-from", "2026-11-23"), ("leave-until", "2026-12-05")];
            yamada.post(&path, &leave).is(303);
            let wrong = [("leave-from", "2026-12-05"), ("leave-until", "2026-11-23")];
            yamada.post(&path, &wrong).is(422).shows("終わりは、始まりよりあとの日時に");
        }
    }
    sato.get(&page).is(200).shows("までに通せません").shows("確認する人");
    sato.get(&format!("{page}/edit")).is(200).shows("までに通せません");
}
