//! [查询指令执行结果](https://www.showdoc.com.cn/yunzhenji/11490699102215489): what became of a task.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Yunzhenji;
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::operation::{Example, Method, Operation, Rate, Section, SettledBy};
use crate::verdict::{Judge, Why, denies};

/// Asks what became of a task of pushTask.
///
/// 查询 pushTask 下发的指令的执行结果。
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct QueryTask {
    /// The task. The last one if it is absent. · 任务 id。不填为最后一次下发的任务。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_id: Option<i64>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct QueryTaskReply {
    /// 0 for a success. It is the query's, not the task's. · 结果码。0 表示查询成功，不是任务成功。
    pub errcode: i64,
    /// What is wrong. · 错误原因。
    #[serde(default)]
    pub message: Option<String>,
    /// What was asked for. · 查询结果。
    #[serde(default)]
    pub data: Option<QueryTaskData>,
}

/// What was asked for. · 查询结果。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct QueryTaskData {
    /// The task. · 任务。
    #[serde(default)]
    pub task: Option<TaskResult>,
}

/// A task. · 任务。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TaskResult {
    /// Its id. · 任务 id。
    pub id: i64,
    /// What it does. · 指令类型。
    #[serde(default)]
    pub task_type: String,
    /// What came of it. · 执行结果。
    #[serde(default)]
    pub result: String,
    /// Where it is. Done is a success for creating a room, a room's QR code, adding a friend, searching, the QR code of a login
    /// and posting moments; of all others it says that they were handed on. · 状态。“已完成”仅对建群、群二维码、加好友、搜索、
    /// 登录二维码、发朋友圈表示成功，其余只表示已下发。
    #[serde(default)]
    pub status: String,
    /// When it was made. · 创建时间。
    #[serde(default)]
    pub ctime: String,
}

pub(super) const DENIED: Words =
    Words::new("任务结果自己写着没有成功", "the task's own result says that it is no success");

impl Operation for QueryTask {
    type Gateway = Yunzhenji;
    type Reply = QueryTaskReply;

    const ID: &str = "yunzhenji.query_task";
    const SECTION: Section = Section::new("task", Words::new("指令", "tasks"));
    const TITLE: Words = Words::new("查询指令执行结果", "Get the result of a task");
    const METHOD: Method = Method::GET;
    const PATH: &str = "/wechat/queryTask";
    const PAGE: &str = "https://www.showdoc.com.cn/yunzhenji/11490699102215489";
    const REPLY: &str = r#"{"errcode": 0, "data": {"task": {"id": 1024, "task_type": "xxxx", "result": "xxxx", "status": "", "ctime": "xxxx"}}}"#;
    const CREDENTIALS: &[Credential] = &[
        Credential::query("app_id", Words::new("AppID", "AppID")),
        Credential::query(
            "access_token",
            Words::new("/oauth/token 返回的 token，有效期 7200 秒", "the token of /oauth/token, good for 7200 s"),
        ),
    ];
    const IDS: &[&str] = &["/data/task/id"];
    const RATES: &[Rate] = &[Rate { times: 500, seconds: 60, per: Words::new("每个用户", "user") }];
    const SETTLED_BY: Option<SettledBy> = Some(SettledBy::call(
        "taskDone",
        Words::new(
            "建群、群二维码、加好友、搜索、登录二维码、发朋友圈以状态为准，回调 taskDone 也会通知；其余以相关回调为准",
            "the state settles creating a room, QR codes, adding a friend, searching and moments, and a callback taskDone tells \
             them; of all others the callback that belongs to them does",
        ),
    ));

    fn examples() -> Vec<Example<Self>> {
        let one = Self { task_id: Some(1024) };
        vec![
            Example::new("one", Words::new("一个任务", "One task"), one),
            Example::new("last", Words::new("最后一次下发的任务", "The last one"), Self::default()),
        ]
    }

    /// Which words a state has is not documented, nor what a result holds, so none is taken for a yes or a no: the task's own are
    /// told. A result that says itself that it is no success leaves open what became of the task.
    fn judge(reply: Value<'_>, _: Option<Value<'_>>, judge: &mut Judge) {
        let Some(task) = reply.find("/data/task").filter(|task| task.kind() == Kind::Object) else { return };
        let said: Vec<_> = ["status", "result"].iter().filter_map(|name| task.get(name)?.as_str()).collect();
        judge.message(said.join(" ").trim().to_owned());
        if let Some(status) = task.get("status").filter(|status| !status.is_str("")) {
            judge.at(status, Why::UnknownCode, status.inner());
        }
        if let Some(result) = task.get("result").filter(|result| denies(*result)) {
            judge.code(result, Why::NoCode, Some(DENIED));
        }
    }
}
