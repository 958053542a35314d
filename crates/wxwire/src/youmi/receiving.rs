//! How Youmi's callbacks are received: JSON in clear, answered with a success of its own form.

use crate::operation::Receiving;

pub(crate) static RECEIVING: Receiving = Receiving {
    answer: ("application/json", r#"{"Result":true,"ReturnCode":200,"Message":"操作完成"}"#),
    ..Receiving::PLAIN
};
