//! How xbot's callbacks are received: JSON in clear. What answers them is not documented.

use crate::operation::Receiving;

pub(crate) static RECEIVING: Receiving = Receiving::PLAIN;
