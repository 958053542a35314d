//! A command that runs on and prints JSON lines.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;
use wxwire_tests::binary;

/// What signs and encrypts WeCom's callbacks.
pub const TOKEN: &str = "S3cr3tToken";
pub const KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const SECRETS: [&str; 4] = [TOKEN, KEY, "B0tToken", "0123456789abcdef0123456789ABCDEF"];

/// How long a line is waited for.
const PATIENCE: Duration = Duration::from_secs(120);

/// A folder with the profiles `shop` and `bot`.
pub struct Home(PathBuf);

impl Home {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("wxwire-callbacks-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let [token, key, bot, yunzhenji] = SECRETS;
        let profiles = format!(
            "[shop.wecom]\ncallback_token = '{token}'\nencoding_aes_key = '{key}'\nreceive_id = 'ww6a112864f8022910'\n\
             [shop.yunzhenji]\nencoding_aes_key = '{yunzhenji}'\n[shop.gewe]\ntoken = 'x'\n\
             [bot.wecom]\ncallback_token = '{bot}'\nencoding_aes_key = '{key}'\n"
        );
        std::fs::write(folder.join("profiles.toml"), profiles).expect("it is written");
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn run(&self, arguments: &[&str]) -> Process {
        let mut child = Command::new(binary())
            .args(arguments)
            .args(["--json", "--lang", "en"])
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &self.0)
            .env("WXWIRE_PROFILES", self.0.join("profiles.toml"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let printed = BufReader::new(child.stdout.take().expect("piped")).lines();
        let mut said = child.stderr.take().expect("piped");
        let (sender, lines) = channel();
        let parsed = |line: String| serde_json::from_str(&line).expect("JSON");
        std::thread::spawn(move || {
            printed.map_while(Result::ok).map(parsed).for_each(|line: Value| _ = sender.send(line))
        });
        let said = std::thread::spawn(move || {
            let mut text = String::new();
            said.read_to_string(&mut text).expect("text");
            text
        });
        Process { child, lines, said: Some(said) }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A command for as long as this lives.
pub struct Process {
    child: Child,
    lines: Receiver<Value>,
    said: Option<std::thread::JoinHandle<String>>,
}

impl Process {
    /// The next line.
    pub fn line(&self) -> Value {
        self.lines.recv_timeout(PATIENCE).expect("a line in time")
    }

    /// The lines up to one of which this is true, with it.
    pub fn lines_until(&self, is_last: impl Fn(&Value) -> bool) -> Vec<Value> {
        let mut all = Vec::new();
        while all.last().is_none_or(|line| !is_last(line)) {
            all.push(self.line());
        }
        all
    }

    /// The lines until there is none for a while.
    pub fn rest(&self, pause: Duration) -> Vec<Value> {
        std::iter::from_fn(|| self.lines.recv_timeout(pause).ok()).collect()
    }

    /// Ends it as a person does, and gives what it said.
    pub fn end(mut self) -> String {
        let signal = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(signal.success());
        let said = self.said.take().expect("it is asked once").join().expect("it is read");
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0), "{said}");
        assert!(SECRETS.iter().all(|secret| !said.contains(secret)), "{said}");
        said
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port of an address.
pub fn port(url: &str) -> u16 {
    url.split([':', '/']).nth(4).and_then(|port| port.parse().ok()).expect("a port")
}

/// Whether nothing that was printed holds a secret.
pub fn is_silent(lines: &[Value]) -> bool {
    lines.iter().all(|line| SECRETS.iter().all(|secret| !line.to_string().contains(secret)))
}
