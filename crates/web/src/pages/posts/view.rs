//! Contexts of the pages about posts: the list, the composer, one post, its revisions, a conflict, publishing by hand.
//! Serves 1-7, 2-9.
//!
//! They show what the domain computed and never compute it: what is open, who must act, whether a text is cleared.

pub mod by_hand;
pub mod edit;
pub mod list;
pub mod post;
pub mod revisions;

pub use by_hand::ByHandPage;
pub use edit::{
    AccountChoice, AnswerForm, Counter, EditPage, FindingGroup, FindingView, FindingsFragment, FindingsPanel,
    NewPostPage, PictureForm, Preview, Proof, Replacement, Variant,
};
pub use list::{PostRow, PostsPage};
pub use post::{DeliveryView, DoubtView, PostPage};
pub use revisions::{ConflictPage, RevisionRow, RevisionsPage};
