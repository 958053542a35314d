//! A file as an upload: chosen in the form, sent to the byte, bounded, and never kept on this machine.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use serde_json::json;

use crate::browser::Browser;
use crate::look::{picture, resize, run};
use crate::page::Page;
use crate::suite::tests;

tests! {
    "zh": a_file_is_chosen_and_its_name_and_size_are_shown;
    "en": a_file_is_chosen_and_its_name_and_size_are_shown, the_very_bytes_are_sent, the_bytes_are_not_kept_on_this_machine,
        a_file_that_is_too_large_is_refused_and_one_that_is_not_can_be_worked_with;
}

const OPERATION: &str = "wecom.media_upload";

/// Puts a file on the disk and chooses it.
async fn choose(page: &Page, folder: &Path, name: &str, bytes: &[u8]) {
    let file = folder.join(name);
    std::fs::write(&file, bytes).expect("a file");
    page.field("/media").await.send_keys(file.to_string_lossy()).await.expect("keys");
}

/// Every byte, four times.
fn bytes() -> Vec<u8> {
    (0..=255).cycle().take(1024).collect()
}

async fn a_file_is_chosen_and_its_name_and_size_are_shown(browser: &Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let (unit, least) = if browser.lang == "zh" { ("字节", "至少 6") } else { ("bytes", "at least 6") };
    let page = browser.open(OPERATION, &[]).await;
    choose(&page, folder.path(), "图 & 1.png", &bytes()).await;
    page.reads("[id='file:/media']", &format!("图 & 1.png · 1024 {unit}")).await;
    assert!(page.source().await.contains("\"filename\": \"图 & 1.png\""));
    assert_eq!(page.count("#form textarea[data-path='/media']").await, 0, "no field shows its base64");
    let named = "const [input] = document.querySelectorAll('#form input[type=file]');
        const described = input.getAttribute('aria-describedby').trim().split(' ').map(id => document.getElementById(id).innerText);
        input.focus();
        return [document.activeElement === input, [...input.labels].map(label => label.innerText).join(' '),
            described.some(text => text.includes('1024')), described.some(text => text.includes('10 MiB'))];";
    let named = run(&page, named).await;
    assert!(named[0] == json!(true) && named[2] == json!(true) && named[3] == json!(true), "{named}");
    assert!(named[1].as_str().is_some_and(|label| label.contains("media")), "{named}");
    for width in [360, 1280] {
        resize(&page, width, 900).await;
        assert!(page.too_wide().await <= 0);
        picture(&page, &format!("upload-{}-{width}", browser.lang)).await;
    }
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#level[data-level='accepted']").await;
    // The vendor's limits are those of the bytes.
    choose(&page, folder.path(), "small.png", b"12345").await;
    page.reads("#problems li.error", least).await;
    page.reads("[id='file:/media']", "small.png").await;
    // One step back: the bytes and the name.
    page.find("#undo").await.click().await.expect("a click");
    page.reads("[id='file:/media']", "图 & 1.png · 1024").await;
    page.find("#send:enabled").await;
    let clear = json!({});
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", clear).await.expect("a size");
}

async fn the_very_bytes_are_sent(browser: &Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let (url, received) = gateway();
    let environment = [("WXWIRE_WECOM_BASE_URL", &*url), ("WXWIRE_WECOM_ACCESS_TOKEN", "CANARY-abcdef")];
    let page = browser.open_real(OPERATION, &environment).await;
    choose(&page, folder.path(), "every byte.bin", &bytes()).await;
    page.reads("[id='file:/media']", "every byte.bin").await;
    page.find("#send:enabled").await.click().await.expect("a click");
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    page.find("#confirm").await.click().await.expect("a click");
    page.find("#level[data-level='accepted']").await;
    let request = received.recv().expect("a request");
    assert!(request.windows(1024).any(|part| part == bytes()), "the bytes as they are");
    let text = String::from_utf8_lossy(&request);
    assert!(text.contains("multipart/form-data") && text.contains("filename=\"every byte.bin\""), "{text}");
}

/// A gateway that takes one request and hands out its bytes.
fn gateway() -> (String, Receiver<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let (mut request, mut part) = (Vec::new(), [0; 4096]);
        while !is_whole(&request) {
            let count = stream.read(&mut part).expect("a request");
            request.extend_from_slice(&part[..count]);
        }
        let body = r#"{"errcode":0,"errmsg":"ok","type":"file","media_id":"m","created_at":"1380000000"}"#;
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
        stream.write_all((head + body).as_bytes()).expect("an answer");
        sender.send(request).expect("the test waits");
    });
    (url, receiver)
}

/// Whether a request has come with its whole body.
fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|part| part == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&request[..end]).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    request.len() >= end + 4 + length.unwrap_or_default()
}

async fn the_bytes_are_not_kept_on_this_machine(browser: &Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let page = browser.open(OPERATION, &[]).await;
    choose(&page, folder.path(), "secret plans.txt", b"CANARY CANARY CANARY").await;
    page.reads("[id='file:/media']", "secret plans.txt").await;
    page.reads("#kept", "without credentials and files").await;
    // A draft is kept a moment after it has changed.
    let mut kept = String::new();
    for _ in 0..50 {
        kept = run(&page, "return JSON.stringify({...localStorage})").await.to_string();
        if kept.contains("secret plans.txt") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert!(kept.contains("secret plans.txt") && !kept.contains("Q0FOQVJZ"), "{kept}");
    page.reload().await;
    page.reads("[id='file:/media']", "empty").await;
    assert!(page.source().await.contains("secret plans.txt"));
    assert_eq!(page.count("#send:enabled").await, 0, "it is to be chosen again");
}

async fn a_file_that_is_too_large_is_refused_and_one_that_is_not_can_be_worked_with(browser: &Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let page = browser.open(OPERATION, &[]).await;
    let before = page.source().await;
    let most = 10 << 20;
    choose(&page, folder.path(), "film.mp4", &vec![7; most + 1]).await;
    page.reads("#form [role='alert']", "film.mp4 was not read: 10485761 B").await;
    assert_eq!(page.source().await, before);
    choose(&page, folder.path(), "film.mp4", &vec![7; most]).await;
    page.reads("[id='file:/media']", "film.mp4 · 10485760").await;
    assert_eq!(page.count("#form [role='alert']").await, 0);
    page.find(".source [role='status']").await;
    assert_eq!(page.count("#source").await, 0, "no field holds megabytes");
    // A letter beside it is taken in, and it goes out.
    page.field("/filename").await.send_keys("x").await.expect("keys");
    page.reads("[id='file:/media']", "film.mp4x · 10485760").await;
    page.find("#send:enabled").await.click().await.expect("a click");
    // Command and mock are not built for speed here, and other tests run beside this one.
    for _ in 0..60 {
        if page.count("#level").await == 1 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    page.find("#level[data-level='accepted']").await;
    page.find("#undo").await.click().await.expect("a click");
    page.find("#undo").await.click().await.expect("a click");
    page.find("#source").await;
}
