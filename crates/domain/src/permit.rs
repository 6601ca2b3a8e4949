//! Who may do what in the system: one function over two enums, snapshotted as a matrix in the tests.
//!
//! The right to *speak* is not here: that is a certification (2-1), looked up in the world by `post::decide`.

use crate::people::{Person, Role};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read the policy, check one's own text, see one's own duties.
    UsePersonalPages,
    /// See posts and calendars of the team.
    ReadPosts,
    WritePost,
    /// Anyone who may read a post may doubt it (2-2).
    RaiseDoubt,
    Consult,
    /// Rule on a consultation; manager's rulings are checked against the post's author in `decide`.
    RuleForCommittee,
    OrderStop,
    LiftStop,
    ManageAccounts,
    ManagePeople,
    GrantCertification,
    AdoptPolicy,
    ChangeOrganisation,
    /// Who could clear what and when; a manager may as well, which is looked up in the world.
    SeeFeasibility,
    /// Who has not acknowledged the policy yet.
    SeeAcknowledgements,
    /// The whole record, item by item.
    ReadRecord,
    ErasePayload,
}

impl Action {
    pub const ALL: [Self; 17] = [
        Self::UsePersonalPages,
        Self::ReadPosts,
        Self::WritePost,
        Self::RaiseDoubt,
        Self::Consult,
        Self::RuleForCommittee,
        Self::OrderStop,
        Self::LiftStop,
        Self::ManageAccounts,
        Self::ManagePeople,
        Self::GrantCertification,
        Self::AdoptPolicy,
        Self::ChangeOrganisation,
        Self::SeeFeasibility,
        Self::SeeAcknowledgements,
        Self::ReadRecord,
        Self::ErasePayload,
    ];

    /// The roles that have this right; whoever has one of them has it.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        use Role::{Administrator, Auditor, Chair, Committee, Employee, Examiner, Hr, Operator};
        match self {
            Self::UsePersonalPages => &Role::ALL,
            Self::ReadPosts | Self::RaiseDoubt => &[Operator, Committee, Chair, Examiner, Auditor],
            Self::WritePost => &[Operator],
            Self::Consult => &[Operator, Committee, Chair, Employee],
            Self::RuleForCommittee | Self::LiftStop | Self::AdoptPolicy | Self::ErasePayload => &[Committee, Chair],
            Self::OrderStop => &[Operator, Committee, Chair, Administrator],
            Self::ManageAccounts | Self::ChangeOrganisation => &[Administrator],
            Self::SeeFeasibility => &[Committee, Chair, Administrator],
            Self::SeeAcknowledgements => &[Administrator, Hr, Committee, Chair],
            Self::ManagePeople => &[Administrator, Hr],
            Self::GrantCertification => &[Examiner],
            Self::ReadRecord => &[Auditor, Chair],
        }
    }
}

/// Whether this person may do this now. Someone who left may nothing.
#[must_use]
pub fn may(person: &Person, action: Action) -> bool {
    person.is_here() && action.roles().iter().any(|role| person.roles.contains(role))
}
