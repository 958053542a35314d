//! The fields of an operation, as an indented list.

use wxwire::forms::{self, Forms};
use wxwire::lang::Lang;
use wxwire::schema::{Field, Rule, Schema, Shape};

use crate::terminal::{self, Colour};

/// So many lines are printed: a document can say with few words that a field holds a million.
const MOST: usize = 3000;

/// Prints the fields of an operation; whether that is all there is.
pub fn print(schema: &Schema, lang: Lang) -> bool {
    let mut listing = Listing { schema, lang, left: MOST };
    listing.rule(schema.root(), 1);
    listing.left > 0
}

struct Listing<'s> {
    schema: &'s Schema,
    lang: Lang,
    left: usize,
}

impl Listing<'_> {
    /// What a rule holds.
    fn rule(&mut self, rule: &Rule, depth: usize) {
        match &rule.shape {
            Shape::Object(object) => match &object.tag {
                None => self.fields(&object.fields, depth),
                Some(tag) => {
                    let names = |field: &&Field| object.fields.iter().any(|common| common.name == field.name);
                    self.fields(&object.fields, depth);
                    for variant in &tag.variants {
                        let heading = terminal::one_line(&format!("{} = \"{}\"", tag.field, variant.value));
                        self.line(depth, &Colour::Blue.paint(&heading), variant.docs.text(self.lang));
                        let own: Vec<Field> = variant.fields.iter().filter(|field| !names(field)).cloned().collect();
                        let own: Vec<Field> = own.into_iter().filter(|field| field.name != tag.field).collect();
                        self.fields(&own, depth + 1);
                    }
                }
            },
            Shape::List { items, .. } => self.rule(self.schema.rule(*items), depth),
            Shape::Choice(choices) if choices.len() > 1 => {
                // The values themselves stand beside the name.
                let lang = self.lang;
                for choice in choices.iter().filter(|choice| !choice.docs.text(lang).is_empty()) {
                    let json = terminal::one_line(&choice.json);
                    self.line(depth, &Colour::Blue.paint(&json), choice.docs.text(lang));
                }
            }
            _ => {}
        }
    }

    fn fields(&mut self, fields: &[Field], depth: usize) {
        for field in fields.iter().filter(|field| field.credential.is_none()) {
            if self.left == 0 {
                return;
            }
            let rule = self.schema.rule(field.rule);
            let star = if field.required { "*" } else { "" };
            let kind = match &rule.shape {
                Shape::Object(_) => "object".into(),
                shape => shape.type_name(self.schema),
            };
            let name = format!("{}{star}", Colour::Bold.paint(&terminal::one_line(&field.name)));
            let limits = rule.limits(self.lang);
            let limits = if limits.is_empty() { limits } else { format!(" {limits}") };
            let meta = Colour::Dim.paint(&terminal::one_line(&format!("{kind}{limits}")));
            self.line(depth, &format!("{name} {meta}"), rule.docs.text(self.lang));
            self.rule(rule, depth + 1);
            if let Some(root) = &rule.xml_root {
                self.kinds(root, depth + 1);
            }
        }
    }

    /// The kinds that there are of the XML in a text.
    fn kinds(&mut self, root: &str, depth: usize) {
        let forms = Forms::read(&forms::to_json()).expect("the forms are JSON");
        for kind in forms.plain(root).map(forms::kinds).unwrap_or_default() {
            self.line(depth, &Colour::Blue.paint(kind.json.trim_matches('"')), kind.docs.title(self.lang));
        }
    }

    /// A line; what a document says stays within it.
    fn line(&mut self, depth: usize, head: &str, text: &str) {
        if self.left == 0 {
            return;
        }
        self.left -= 1;
        let text = if text.is_empty() { String::new() } else { format!("  {}", terminal::one_line(text)) };
        terminal::say(&terminal::fold(&format!("{}{head}{text}", "  ".repeat(depth))));
    }
}
