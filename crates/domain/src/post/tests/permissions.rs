//! The role × action matrix of `permit`, as text (1-1, 2-1, 2-9).

use super::*;
use crate::permit::{Action, may};

#[test]
fn the_role_by_action_matrix_is_what_it_was() {
    let mut matrix = format!("{:<20}", "");
    for role in Role::ALL {
        matrix.push_str(&format!("{:<14}", format!("{role:?}").to_lowercase()));
    }
    for action in Action::ALL {
        let row = Role::ALL.map(|role| {
            let (_, person) = person(OUTSIDER, &[role]);
            format!("{:<14}", if may(&person, action) { "may" } else { "·" })
        });
        matrix = format!("{}\n{:<20}{}", matrix.trim_end(), format!("{action:?}"), row.concat());
    }
    insta::assert_snapshot!("role_by_action", matrix.trim_end());
}

#[test]
fn somebody_who_left_may_nothing() {
    for action in Action::ALL {
        let (_, mut person) = person(OUTSIDER, &Role::ALL);
        assert!(may(&person, action));
        person.left_at = Some(MORNING);
        assert!(!may(&person, action));
    }
}
