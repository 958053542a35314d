//! A source that a gateway is learned from: a file or standard input, JSON or YAML.

use std::ops::Range;

use wxwire::layer::json::Tree;
use wxwire::learn::{self, Learned};
use wxwire::problem::Problem;

use crate::exit::{Failure, Fault};
use crate::options::Options;
use crate::yaml::{self, Yaml};
use crate::{input, terminal};

/// A source, as it was read.
#[derive(Debug)]
pub struct Source {
    /// The file.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Where its text is YAML, the same as JSON.
    yaml: Option<Yaml>,
}

impl Source {
    /// Reads a source; what is wrong with its YAML stands beside it.
    pub fn read(name: &str) -> Result<(Self, Option<Problem>), Failure> {
        let bytes = input::read(name)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let mut source = Self { name: name.to_owned(), text, yaml: None };
        if !yaml::is_meant(&source.text) {
            return Ok((source, None));
        }
        let problem = match Yaml::read(&source.text) {
            Ok(yaml) => {
                source.yaml = Some(yaml);
                None
            }
            Err(problem) => Some(problem),
        };
        Ok((source, problem))
    }

    /// Its text as JSON, where it is that or YAML.
    fn json(&self) -> &str {
        self.yaml.as_ref().map_or(self.text.trim_start_matches('\u{feff}'), |yaml| &yaml.json)
    }

    /// Problems of the document that was made of it, each where the source has what it is about, or what that is in. What is
    /// no such document itself has no places for them.
    pub fn made(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        let tree = Tree::parse(self.json()).ok().filter(|tree| tree.root().get("openapi").is_some());
        for problem in &mut problems {
            let mut path = &*problem.path;
            let place = tree.as_ref().map(|tree| {
                loop {
                    match (tree.root().find(path), path.rsplit_once('/')) {
                        (Some(value), _) => break self.place(&value.span()),
                        (None, Some((outer, _))) => path = outer,
                        (None, None) => break self.place(&tree.root().span()),
                    }
                }
            });
            problem.span = place;
        }
        problems
    }

    /// What it teaches.
    pub fn learn(&self, name: Option<&str>) -> Result<Learned, Problem> {
        learn::learn_file(self.json().as_bytes(), name, &self.name).map_err(|problem| match problem.span.clone() {
            Some(span) => problem.span(self.place(&span)),
            None => problem,
        })
    }

    /// Where in the text stands what was learned from there.
    pub fn place(&self, span: &Range<usize>) -> Range<usize> {
        let mark = self.text.len() - self.text.trim_start_matches('\u{feff}').len();
        match &self.yaml {
            Some(yaml) => yaml.place(&self.text, span),
            None => span.start + mark..span.end + mark,
        }
    }

    /// A problem with its place marked.
    pub fn marked(&self, problem: &Problem, options: &Options) -> String {
        let source = wxwire::secret::blotted(&self.text);
        terminal::problems(std::slice::from_ref(problem), &self.name, &source, options.lang()).trim_end().to_owned()
    }

    /// A problem that ends the command.
    pub fn failure(&self, problem: &Problem, options: &Options) -> Failure {
        Failure::new(Fault::Gateway, self.marked(problem, options))
    }
}
