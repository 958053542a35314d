//! How Youmi's callbacks are received: JSON in clear, answered with a success of its own form.

use crate::operation::Receiving;
use crate::operation::sending::{Delivery, Sending};

pub(crate) static RECEIVING: Receiving = Receiving {
    answer: ("application/json", r#"{"Result":true,"ReturnCode":200,"Message":"操作完成"}"#),
    sending: Sending { post: |_, message, _| Ok(Delivery::plain("text/json", message)), ..Sending::PLAIN },
    ..Receiving::PLAIN
};
