//! Runs the tests with few browsers, each in a language, since starting one takes longer than most tests.

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
    /// It measures time: run with the others it would measure them too, so it is ignored until asked for.
    pub alone: bool,
    pub run: for<'b> fn(&'b Browser) -> Pin<Box<dyn Future<Output = ()> + 'b>>,
}

/// `tests()` of a file, each in a language: `tests! { "zh": one, another; "en": one, timed alone; }`.
macro_rules! tests {
    ($($lang:literal: $($test:ident $($alone:ident)?),+;)+) => {
        pub fn tests() -> Vec<$crate::suite::Test> {
            vec![$($($crate::suite::Test {
                name: concat!(module_path!(), "::", stringify!($test)),
                lang: $lang,
                alone: false $(|| $crate::suite::$alone())?,
                run: |browser| Box::pin($test(browser)),
            },)+)+]
        }
    };
}
pub(crate) use tests;

/// The mark of tests that measure time.
pub fn alone() -> bool {
    true
}

/// How many browsers a language has. Most tests are in English: with one for each, the last third would wait in a line.
fn count(lang: &str) -> usize {
    if lang == "en" { 2 } else { 1 }
}

/// Which browser a test is run in: its language, and which of those that speak it.
type Seat = (&'static str, usize);

/// The browsers, each once a test has asked for it.
type Browsers = BTreeMap<Seat, Arc<Mutex<Option<Browser>>>>;

/// Runs what the arguments choose, as `cargo test` does, and closes the browsers.
pub fn run(tests: Vec<Test>) -> ExitCode {
    let runtime = Arc::new(Runtime::new().expect("a runtime"));
    let seated = seated(tests);
    let browsers: Browsers = seated.iter().map(|(seat, _)| (*seat, Arc::default())).collect();
    let trial = |(seat, test): (Seat, Test)| {
        let (runtime, browser) = (runtime.clone(), browsers[&seat].clone());
        let name = format!("{} ({})", test.name.split_once("::").map_or(test.name, |(_, name)| name), test.lang);
        let alone = test.alone;
        let trial = Trial::test(name, move || {
            runtime.block_on(async {
                let mut browser = browser.lock().await;
                if browser.is_none() {
                    *browser = Some(Browser::start(test.lang).await);
                }
                (test.run)(browser.as_ref().expect("it was started")).await;
            });
            Ok(())
        });
        trial.with_ignored_flag(alone)
    };
    let mut arguments = Arguments::from_args();
    // A browser waits more than it works: one test for each, whatever the number of cores.
    arguments.test_threads.get_or_insert(browsers.len());
    let conclusion = libtest_mimic::run(&arguments, seated.into_iter().map(trial).collect());
    for browser in browsers.values() {
        runtime.block_on(async {
            if let Some(browser) = browser.lock().await.take() {
                browser.close().await;
            }
        });
    }
    conclusion.exit_code()
}

/// Every test with its seat, the seats in turn, so that as many tests at a time mostly want as many browsers.
fn seated(tests: Vec<Test>) -> Vec<(Seat, Test)> {
    let mut counts = BTreeMap::new();
    let mut turns: Vec<_> = tests
        .into_iter()
        .map(|test| {
            let before = counts.entry(test.lang).or_insert(0);
            let (turn, at) = (*before / count(test.lang), *before % count(test.lang));
            *before += 1;
            (turn, ((test.lang, at), test))
        })
        .collect();
    turns.sort_by_key(|(turn, _)| *turn);
    turns.into_iter().map(|(_, seated)| seated).collect()
}
