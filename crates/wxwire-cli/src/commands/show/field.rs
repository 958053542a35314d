//! The fields of an operation, as an indented list.

use wxwire::forms::{self, Forms};
use wxwire::lang::Lang;
use wxwire::schema::{Field, Rule, Schema, Shape};

use crate::terminal::{self, Colour};

/// Prints what a rule holds.
pub fn print(schema: &Schema, rule: &Rule, depth: usize, lang: Lang) {
    match &rule.shape {
        Shape::Object(object) => match &object.tag {
            None => fields(schema, &object.fields, depth, lang),
            Some(tag) => {
                let names = |field: &&Field| object.fields.iter().any(|common| common.name == field.name);
                fields(schema, &object.fields, depth, lang);
                for variant in &tag.variants {
                    let heading = format!("{} = \"{}\"", tag.field, variant.value);
                    line(depth, &Colour::Blue.paint(&heading), variant.docs.text(lang));
                    let own: Vec<Field> = variant.fields.iter().filter(|field| !names(field)).cloned().collect();
                    let own: Vec<Field> = own.into_iter().filter(|field| field.name != tag.field).collect();
                    fields(schema, &own, depth + 1, lang);
                }
            }
        },
        Shape::List { items, .. } => print(schema, schema.rule(*items), depth, lang),
        Shape::Choice(choices) if choices.len() > 1 => {
            // The values themselves stand beside the name.
            for choice in choices.iter().filter(|choice| !choice.docs.text(lang).is_empty()) {
                line(depth, &Colour::Blue.paint(&choice.json), choice.docs.text(lang));
            }
        }
        _ => {}
    }
}

fn fields(schema: &Schema, fields: &[Field], depth: usize, lang: Lang) {
    for field in fields.iter().filter(|field| field.credential.is_none()) {
        let rule = schema.rule(field.rule);
        let star = if field.required { "*" } else { "" };
        let kind = match &rule.shape {
            Shape::Object(_) => "object".into(),
            shape => shape.type_name(schema),
        };
        let name = format!("{}{star}", Colour::Bold.paint(&field.name));
        let limits = rule.limits(lang);
        let limits = if limits.is_empty() { limits } else { format!(" {limits}") };
        let meta = Colour::Dim.paint(&format!("{kind}{limits}"));
        line(depth, &format!("{name} {meta}"), rule.docs.text(lang));
        print(schema, rule, depth + 1, lang);
        if let Some(root) = &rule.xml_root {
            kinds(root, depth + 1, lang);
        }
    }
}

/// Prints the kinds that there are of the XML in a text.
fn kinds(root: &str, depth: usize, lang: Lang) {
    let forms = Forms::read(&forms::to_json()).expect("the forms are JSON");
    for kind in forms.plain(root).map(forms::kinds).unwrap_or_default() {
        line(depth, &Colour::Blue.paint(kind.json.trim_matches('"')), kind.docs.title(lang));
    }
}

fn line(depth: usize, head: &str, text: &str) {
    let text = if text.is_empty() { String::new() } else { format!("  {text}") };
    terminal::say(&format!("{}{head}{text}", "  ".repeat(depth)));
}
