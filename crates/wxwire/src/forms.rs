//! What is known of the XML inside texts, for whoever draws it: the kinds that there are of a root element, and what an
//! element is made of. The page asks for it where it is needed, as a file: with it, it would be a tenth larger.

mod derived;

pub use derived::to_json;

use std::sync::OnceLock;

use crate::layer::json::{Tree, Value, quote};
use crate::layer::xml::{self, Element};
use crate::schema::{Field, Rule, Schema, Shape};

/// The element that says of which kind its parent is.
const KIND: &str = "type";

/// What a person begins with, of every kind that has it.
const BEGIN: [&str; 4] = ["title", "des", KIND, "url"];

/// The forms of all root elements that have some.
#[derive(Debug)]
pub struct Forms {
    roots: Vec<Root>,
}

/// The forms of a root element.
#[derive(Debug)]
struct Root {
    name: String,
    /// What the kinds are made of: a kind, and the place of its form.
    kinds: Vec<(String, usize)>,
    forms: Vec<Form>,
    /// The children one of which names the kind of a wrapper such as `<msg>`; its kinds are `img/`, `appmsg/33`, ….
    parts: Vec<String>,
}

/// What an element is made of, compiled when it is first asked for.
#[derive(Debug)]
struct Form {
    name: String,
    text: String,
    schema: OnceLock<Schema>,
}

impl Forms {
    /// Reads what the file `forms.json` keeps; a test holds it to what the types say.
    pub fn read(text: &str) -> Option<Self> {
        let tree = Tree::parse(text).ok()?;
        let mut roots: Vec<_> = tree.root().members().map(|(name, root)| Root::read(text_of(name), root)).collect();
        if let [first, rest @ ..] = &mut roots[..] {
            rest.iter_mut().for_each(|outer| outer.wrap(first));
        }
        Some(Self { roots })
    }

    /// The schema of an element's inside: elements by their names, attributes as `@name`.
    pub fn schema_of(&self, element: Element<'_>) -> Option<&Schema> {
        let root = self.roots.iter().find(|root| root.name == element.name())?;
        let kind = element.child(KIND).map(Element::text).unwrap_or_default();
        match root.parts.iter().find_map(|part| element.child(part)) {
            Some(part) => {
                let kind = part.child(KIND).map(Element::text).unwrap_or_default();
                root.schema(&format!("{}/{}", part.name(), kind.trim()))
            }
            None => root.schema(kind.trim()),
        }
    }

    /// Whether a root element has forms.
    pub fn has(&self, root: &str) -> bool {
        self.roots.iter().any(|own| own.name == root)
    }

    /// The schema of a root element of which nothing is known yet; its kinds are the choices of one of its elements.
    pub fn plain(&self, root: &str) -> Option<&Schema> {
        self.roots.iter().find(|own| own.name == root)?.schema("")
    }

    /// Whether another kind of this root element has a child of this name.
    pub fn elsewhere(&self, root: &str, name: &str) -> bool {
        let forms = self.roots.iter().filter(|own| own.name == root).flat_map(|own| &own.forms);
        forms.map(Form::schema).any(|schema| has(schema, name))
    }

    /// An element to begin with: what every kind has, what this one requires, and the parts that only this one has.
    pub fn begin(&self, root: &str, kind: &str) -> Option<String> {
        let found = self.roots.iter().find(|own| own.name == root)?;
        let (known, _) = found.kinds.iter().find(|(known, _)| known == kind)?;
        let Shape::Object(object) = &found.schema(known)?.root().shape else { return None };
        let mut text = format!("<{root} appid=\"\" sdkver=\"0\">");
        let (schema, plain) = (found.schema(known)?, found.schema("")?);
        let Shape::Object(plain) = &plain.root().shape else { return None };
        for field in &object.fields {
            let rule = schema.rule(field.rule);
            let own = !plain.fields.iter().any(|other| other.name == field.name);
            if let Shape::Object(part) = &rule.shape
                && own
                && rule.layers.is_empty()
            {
                let texts = part.fields.iter().filter(|field| is_text(schema, field));
                let inside: String = texts.map(|field| format!("\n    <{0}></{0}>", field.name)).collect();
                text.push_str(&format!("\n  <{0}>{inside}\n  </{0}>", field.name));
            } else if field.required || BEGIN.contains(&field.name.as_str()) {
                let inside = if field.name == KIND { known } else { "" };
                text.push_str("\n  ");
                text.push_str(&skeleton(schema, rule, &field.name, inside));
            }
        }
        text.push_str(&format!("\n</{root}>"));
        xml::Tree::parse(&text).is_ok().then_some(text)
    }
}

impl Root {
    fn read(name: String, root: Value<'_>) -> Self {
        let part = |name: &str| root.get(name).into_iter().flat_map(Value::members);
        let form = |(name, schema): (Value<'_>, Value<'_>)| Form {
            name: text_of(name),
            text: schema.source().to_owned(),
            schema: OnceLock::new(),
        };
        let forms: Vec<_> = part("schemas").map(form).collect();
        let place = |name: Value<'_>| forms.iter().position(|form| name.is_str(&form.name)).unwrap_or_default();
        let kinds = part("kinds").map(|(kind, name)| (text_of(kind), place(name))).collect();
        Self { name, kinds, forms, parts: Vec::new() }
    }

    fn schema(&self, kind: &str) -> Option<&Schema> {
        let of = |kind: &str| self.kinds.iter().find(|(own, _)| own == kind);
        // Of a kind that is not known, what every kind of it has.
        let any = &kind[..kind.find('/').map_or(0, |at| at + 1)];
        Some(self.forms[of(kind).or_else(|| of(any))?.1].schema())
    }

    /// Makes this root a wrapper: its forms become one for each part, and for a part that has forms itself (`inner`), one
    /// for each of those.
    fn wrap(&mut self, inner: &Self) {
        let own = format!("{}.", self.name);
        for around in std::mem::take(&mut self.forms) {
            let part = around.name.strip_prefix(&own).unwrap_or(&inner.name).to_owned();
            if part == inner.name {
                let first = self.forms.len();
                let kinds = inner.kinds.iter().map(|(kind, at)| (format!("{part}/{kind}"), first + at));
                self.kinds.extend(kinds);
                self.forms.extend(inner.forms.iter().map(|form| around.around(&part, form)));
            } else {
                self.kinds.push((format!("{part}/"), self.forms.len()));
                self.forms.push(around);
            }
            self.parts.push(part);
        }
    }
}

impl Form {
    fn schema(&self) -> &Schema {
        self.schema.get_or_init(|| Schema::compile(&self.text, &[]))
    }

    /// The form of a wrapper around a part of another form: that part first, then what stands beside it.
    fn around(&self, part: &str, inner: &Self) -> Self {
        let (Ok(own), Ok(inside)) = (Tree::parse(&self.text), Tree::parse(&inner.text)) else {
            unreachable!("a part of a document that was read")
        };
        let members = |tree: &Tree<'_>, name: &str| {
            let members = tree.root().get(name).into_iter().flat_map(Value::members);
            members.map(|(name, value)| format!("{}: {}", name.source(), value.source())).collect::<Vec<_>>()
        };
        let definitions = [members(&own, "$defs"), members(&inside, "$defs")].concat().join(", ");
        let fields =
            [vec![format!("{}: {}", quote(part), inner.text)], members(&own, "properties")].concat().join(", ");
        let docs = own.root().get("description").map_or("\"\"", Value::source);
        let text = format!(
            "{{\"$defs\": {{{definitions}}}, \"type\": \"object\", \"description\": {docs}, \"properties\": {{{fields}}}}}"
        );
        Self { name: inner.name.clone(), text, schema: OnceLock::new() }
    }
}

/// Whether the object that a schema describes has a field of this name.
pub(crate) fn has(schema: &Schema, name: &str) -> bool {
    matches!(&schema.root().shape, Shape::Object(object) if object.fields.iter().any(|field| field.name == name))
}

fn text_of(value: Value<'_>) -> String {
    value.as_str().unwrap_or_default().into_owned()
}

/// Whether a field is an element that holds text.
fn is_text(schema: &Schema, field: &Field) -> bool {
    !field.name.starts_with(['@', '$']) && matches!(schema.rule(field.rule).shape, Shape::Text(_) | Shape::Choice(_))
}

/// The least element of a rule: with a text, or with the elements that have to be in it, and nothing else.
pub fn skeleton(schema: &Schema, rule: &Rule, name: &str, text: &str) -> String {
    let inside = match &rule.shape {
        Shape::List { items, .. } => return skeleton(schema, schema.rule(*items), name, text),
        Shape::Object(object) if rule.layers.is_empty() => {
            let required = object.fields.iter().filter(|field| field.required && !field.name.starts_with('@'));
            required.map(|field| skeleton(schema, schema.rule(field.rule), &field.name, "")).collect()
        }
        _ => text.to_owned(),
    };
    format!("<{name}>{inside}</{name}>")
}

/// The element of a schema's root that says its kind, with the kinds.
pub fn kinds(schema: &Schema) -> &[crate::schema::Choice] {
    let Shape::Object(object) = &schema.root().shape else { return &[] };
    let kind = object.fields.iter().find(|field| field.name == KIND);
    match kind.map(|kind| &schema.rule(kind.rule).shape) {
        Some(Shape::Choice(choices)) => choices,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_can_be_begun() {
        let forms = Forms::read(&to_json()).expect("the file");
        let kinds = kinds(forms.plain("appmsg").expect("a schema"));
        assert!(kinds.len() > 30);
        for kind in kinds {
            let text = forms.begin("appmsg", kind.json.trim_matches('"')).expect(&kind.json);
            let tree = xml::Tree::parse(&text).expect("XML");
            assert!(tree.root().child("title").is_some(), "{text}");
            assert!(forms.schema_of(tree.root()).is_some_and(|schema| schema.unknown_keywords.is_empty()), "{text}");
        }
        for (kind, part) in [("33", "weappinfo/username"), ("57", "refermsg/svrid"), ("2000", "wcpayinfo/feedesc")] {
            let text = forms.begin("appmsg", kind).expect(kind);
            let tree = xml::Tree::parse(&text).expect("XML");
            let (outer, inner) = part.split_once('/').expect("two steps");
            assert!(tree.root().child(outer).and_then(|outer| outer.child(inner)).is_some(), "{text}");
        }
        assert!(forms.elsewhere("appmsg", "weappinfo") && !forms.elsewhere("appmsg", "weappinf"));
        assert_eq!(forms.begin("appmsg", "<x>"), None);
        assert_eq!(forms.begin("msg", "5"), None);
        assert_eq!(forms.begin("nothing", "1"), None);
    }

    #[test]
    fn a_msg_has_the_form_of_what_is_in_it() {
        let forms = Forms::read(&to_json()).expect("the file");
        let names = |xml: &str| {
            let tree = xml::Tree::parse(xml).expect("XML");
            let schema = forms.schema_of(tree.root())?;
            assert!(schema.unknown_keywords.is_empty(), "{xml}: {:?}", schema.unknown_keywords);
            let Shape::Object(object) = &schema.root().shape else { return None };
            let first = object.fields.first()?;
            let Shape::Object(inner) = &schema.rule(first.rule).shape else { return None };
            let outer = object.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
            Some((outer, inner.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>()))
        };
        for kind in kinds(forms.plain("appmsg").expect("a schema")) {
            let appmsg = format!("<appmsg><type>{}</type></appmsg>", kind.json.trim_matches('"'));
            let (outer, inner) = names(&format!("<msg><scene/>{appmsg}</msg>")).expect(&appmsg);
            assert_eq!(outer[..3], ["appmsg", "fromusername", "scene"], "{appmsg}");
            let tree = xml::Tree::parse(&appmsg).expect("XML");
            let Shape::Object(alone) = &forms.schema_of(tree.root()).expect("a schema").root().shape else {
                unreachable!("an object")
            };
            assert_eq!(inner, alone.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>());
        }
        let (_, plain) = names("<msg><appmsg><type>4711</type></appmsg></msg>").expect("what every kind has");
        assert!(plain.contains(&"title".to_owned()) && !plain.contains(&"weappinfo".to_owned()));
        for (xml, field) in [("img", "@cdnmidimgurl"), ("videomsg", "@playlength"), ("voicemsg", "@voicelength")] {
            let (outer, inner) = names(&format!("<msg><{xml}/></msg>")).expect(xml);
            assert!(outer == [xml] && inner.contains(&field.to_owned()), "{xml}");
        }
        assert!(names("<msg><emoji/></msg>").is_none() && names("<msg/>").is_none());
        assert!(names("<sysmsg><appmsg/></sysmsg>").is_none());
    }
}
