//! Which connector serves which channel. An explicit list: a new network is one line here. Serves 1-2.

use shingi_domain::account::Channel;

use crate::{Connector, by_hand::ByHand, official_page::OfficialPage};

#[derive(Default)]
pub struct Registry {
    official_page: OfficialPage,
    by_hand: ByHand,
}

impl Registry {
    #[must_use]
    pub fn connector(&self, channel: Channel) -> &dyn Connector {
        match channel {
            Channel::OfficialPage => &self.official_page,
            Channel::ByHand => &self.by_hand,
        }
    }
}
