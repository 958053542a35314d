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
                // Most of the page stays as it is, and the browser tells faster than a walk.
                if !kept.is_equal_node(Some(&wanted)) {
                    node(&kept, &wanted);
                }
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
    // What is kept has children of its own, and the source is set from the state itself. The text of any other text area is its
    // child: set anew, the same text would take the selection from a field in which nobody typed yet.
    if !element.has_attribute("data-keep") && element.id() != "source" {
        children(old, new);
    }
    settle(element);
}

/// Makes what a control holds what its markup says, whatever a person did to it.
pub(super) fn settle(element: &Element) {
    if element.has_attribute("data-keep") || element.id() == "source" {
        return;
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let text = area.default_value().unwrap_or_default();
        if area.value() != text {
            area.set_value(&text);
        }
    } else if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let (text, checked) = (input.default_value(), input.default_checked());
        if input.checked() != checked {
            input.set_checked(checked);
        }
        if input.type_() != "checkbox" && input.value() != text {
            input.set_value(&text);
        }
    } else if element.tag_name() == "SELECT"
        && let Ok(Some(option)) =
            element.query_selector(":scope > option[selected], :scope > optgroup > option[selected]")
        && let Some(option) = option.dyn_ref::<HtmlOptionElement>()
        && !option.selected()
    {
        option.set_selected(true);
    }
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
