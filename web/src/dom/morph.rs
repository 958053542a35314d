//! Makes the document like new markup and keeps every element that can be kept: so focus, caret, scroll and what an
//! input method is composing survive.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, HtmlOptionElement, HtmlTemplateElement, HtmlTextAreaElement, Node};

/// Makes the children of `root` what the markup says.
pub(super) fn morph(document: &Document, root: &Element, markup: &str) {
    let Ok(template) = document.create_element("template") else { return };
    template.set_inner_html(markup);
    if let Ok(template) = template.dyn_into::<HtmlTemplateElement>() {
        children(root, &template.content());
    }
}

fn children(old: &Node, new: &Node) {
    let mut here = old.first_child();
    let mut next = new.first_child();
    while let Some(wanted) = next {
        next = wanted.next_sibling();
        match find(here.as_ref(), &wanted) {
            Some(kept) => {
                // What stands before the one that is kept is gone from the page.
                while let Some(gone) = here.take_if(|node| !node.is_same_node(Some(&kept))) {
                    here = gone.next_sibling();
                    _ = old.remove_child(&gone);
                }
                here = kept.next_sibling();
                node(&kept, &wanted);
            }
            None => _ = old.insert_before(&wanted, here.as_ref()),
        }
    }
    while let Some(gone) = here {
        here = gone.next_sibling();
        _ = old.remove_child(&gone);
    }
}

/// The first of these siblings that can become what is wanted. One with an id is looked for among all, so that it
/// outlives what comes and goes before it; one without only at its place.
fn find(from: Option<&Node>, wanted: &Node) -> Option<Node> {
    let mut here = from.cloned();
    let named = key(wanted).is_some();
    while let Some(node) = here {
        if node.node_name() == wanted.node_name() && key(&node) == key(wanted) {
            return Some(node);
        }
        if !named {
            return None;
        }
        here = node.next_sibling();
    }
    None
}

/// What an element is known by among its siblings.
fn key(node: &Node) -> Option<String> {
    let element = node.dyn_ref::<Element>()?;
    let id = element.id();
    if id.is_empty() { element.get_attribute("data-row") } else { Some(id) }
}

fn node(old: &Node, new: &Node) {
    let (Some(element), Some(wanted)) = (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) else {
        if old.node_value() != new.node_value() {
            old.set_node_value(new.node_value().as_deref());
        }
        return;
    };
    attributes(element, wanted);
    if let (Some(area), Some(wanted)) = (old.dyn_ref::<HtmlTextAreaElement>(), new.dyn_ref::<HtmlTextAreaElement>()) {
        // The source is set from the state itself.
        if area.id() != "source" && area.value() != wanted.value() {
            area.set_value(&wanted.value());
        }
        return;
    }
    children(old, new);
    if let (Some(input), Some(wanted)) = (old.dyn_ref::<HtmlInputElement>(), new.dyn_ref::<HtmlInputElement>()) {
        if !input.has_attribute("data-keep") && input.value() != wanted.value() {
            input.set_value(&wanted.value());
        }
        if input.checked() != wanted.checked() {
            input.set_checked(wanted.checked());
        }
    }
    if let (Some(option), true) = (old.dyn_ref::<HtmlOptionElement>(), new.dyn_ref::<Element>().is_some_and(chosen))
        && !option.selected()
    {
        option.set_selected(true);
    }
}

fn chosen(option: &Element) -> bool {
    option.has_attribute("selected")
}

fn attributes(old: &Element, new: &Element) {
    for name in names(new) {
        let value = new.get_attribute(&name).unwrap_or_default();
        if old.get_attribute(&name).as_deref() != Some(&value) {
            _ = old.set_attribute(&name, &value);
        }
    }
    for name in names(old) {
        // Whether details are open is the reader's affair.
        if !new.has_attribute(&name) && name != "open" {
            _ = old.remove_attribute(&name);
        }
    }
}

fn names(element: &Element) -> Vec<String> {
    let attributes = element.attributes();
    (0..attributes.length()).filter_map(|at| Some(attributes.item(at)?.name())).collect()
}
