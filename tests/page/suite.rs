//! Runs the tests with one browser in each language, since starting one takes longer than most tests.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};
use tokio::runtime::Runtime;
use tokio::sync::Mutex;

use crate::browser::Browser;

/// A test, in the browser of a language.
pub struct Test {
    pub name: &'static str,
    pub lang: &'static str,
    pub run: for<'b> fn(&'b Browser) -> Pin<Box<dyn Future<Output = ()> + 'b>>,
}

/// `tests()` of a file, each in a language: `tests! { "zh": one, another; "en": one; }`.
macro_rules! tests {
    ($($lang:literal: $($test:ident),+;)+) => {
        pub fn tests() -> Vec<$crate::suite::Test> {
            vec![$($($crate::suite::Test {
                name: concat!(module_path!(), "::", stringify!($test)),
                lang: $lang,
                run: |browser| Box::pin($test(browser)),
            },)+)+]
        }
    };
}
pub(crate) use tests;

/// The browser of each language, once a test has asked for it.
type Browsers = BTreeMap<&'static str, Arc<Mutex<Option<Browser>>>>;

/// Runs what the arguments choose, as `cargo test` does, and closes the browsers.
pub fn run(tests: Vec<Test>) -> ExitCode {
    let runtime = Arc::new(Runtime::new().expect("a runtime"));
    let browsers: Browsers = tests.iter().map(|test| (test.lang, Arc::default())).collect();
    let trial = |test: Test| {
        let (runtime, browser) = (runtime.clone(), browsers[test.lang].clone());
        let name = format!("{} ({})", test.name.split_once("::").map_or(test.name, |(_, name)| name), test.lang);
        Trial::test(name, move || {
            runtime.block_on(async {
                let mut browser = browser.lock().await;
                if browser.is_none() {
                    *browser = Some(Browser::start(test.lang).await);
                }
                (test.run)(browser.as_ref().expect("it was started")).await;
            });
            Ok(())
        })
    };
    let conclusion = libtest_mimic::run(&Arguments::from_args(), taking_turns(tests).into_iter().map(trial).collect());
    for browser in browsers.values() {
        runtime.block_on(async {
            if let Some(browser) = browser.lock().await.take() {
                browser.close().await;
            }
        });
    }
    conclusion.exit_code()
}

/// The languages in turn, so that two tests at a time mostly want two browsers.
fn taking_turns(tests: Vec<Test>) -> Vec<Test> {
    let mut count = BTreeMap::new();
    let mut turns: Vec<_> = tests
        .into_iter()
        .map(|test| {
            let turn = count.entry(test.lang).or_insert(0);
            *turn += 1;
            (*turn, test)
        })
        .collect();
    turns.sort_by_key(|(turn, _)| *turn);
    turns.into_iter().map(|(_, test)| test).collect()
}
