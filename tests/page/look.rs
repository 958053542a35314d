//! Pictures of the page, kept in `target/page-pictures` to be looked at, and what can be measured of how it looks.

use crate::browser::Browser;
use crate::suite::tests;
use wxwire_tests::target;

tests! { "zh": nothing_is_wider_than_the_window; }

async fn nothing_is_wider_than_the_window(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    let folder = target().join("page-pictures");
    std::fs::create_dir_all(&folder).expect("a folder");
    for (width, height) in [(360, 900), (1280, 900)] {
        page.driver.set_window_rect(0, 0, width, height).await.expect("a size");
        for entry in wxwire::catalog::entries() {
            page.pick(entry.id).await;
            let over = page.too_wide().await;
            assert!(over <= 0, "{} at {width}: {over} pixels too wide", entry.id);
            let picture = folder.join(format!("{}-{width}.png", entry.id));
            page.driver.screenshot(&picture).await.expect("a picture");
        }
    }
}
