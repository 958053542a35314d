//! iLink sends nothing by itself: a bot asks for updates. What somebody else passes on is taken as it is.

use crate::operation::Receiving;

pub(crate) static RECEIVING: Receiving = Receiving::PLAIN;
