//! XML inside a text.

use super::*;

#[test]
fn typing_in_xml_leaves_what_is_beside_it_in_the_same_text() {
    let mut state = with_forms("");
    let source = |title: &str| {
        format!(r#"{{"xml": "\ud83d\/<appmsg><title>{title}</title>\r\n<des>\u4f60<\/des></appmsg>"}}"#)
            .replace(r"\ud83d\/", "")
    };
    state.text = source(r"\u4f60\r\n&#x61;b");
    update(&mut state, text("/xml!xml/appmsg/title", "你\nabc"));
    assert_eq!(state.text, source(r"\u4f60\r\n&#x61;bc"));
}

#[test]
fn a_path_inside_a_layer_leads_to_its_field_or_that_which_holds_it() {
    let inner = ["field:/a!xml/m/c", "field:/a!xml/m", "field:/a!xml", "field:/a", "field:"];
    assert_eq!(ancestors("/a!xml/m/c"), inner);
}

/// A page with the forms of XML, and an operation that has XML in it.
fn with_forms(xml: &str) -> State {
    let mut state = State::new(Lang::En, State::entry_of("gewe.send_app"));
    assert!(state.wants_forms());
    update(&mut state, Event::Forms(Some(wxwire::forms::to_json())));
    update(&mut state, Event::Source(format!(r#"{{"appid": "a", "to_wxid": "b", "xml": {}}}"#, quote(xml)).into()));
    state
}

#[test]
fn xml_in_a_text_is_begun_and_filled_by_its_form() {
    let mut state = with_forms("");
    update(&mut state, Event::Edit("/xml".into(), Edit::Variant("33".into())));
    assert!(state.text.contains("<type>33</type>"), "{}", state.text);
    update(&mut state, text("/xml!xml/appmsg/title", "a & <b>"));
    assert!(state.text.contains("<title>a &amp; &lt;b&gt;</title>"), "{}", state.text);
    let effect = update(&mut state, Event::Edit("/xml!xml/appmsg/appattach".into(), Edit::Begin));
    assert!(matches!(effect, Effect::Focus(ids) if ids[0] == "field:/xml!xml/appmsg/appattach"));
    update(&mut state, text("/xml!xml/appmsg/weappinfo/username", "gh_1@app"));
    assert!(state.text.contains("<username>gh_1@app</username>"), "{}", state.text);
    assert_eq!(state.problems(), []);
    let page = crate::view::page(&state).into_string();
    assert!(page.contains("data-path=\"/xml!xml/appmsg/weappinfo/username\""), "{page}");
}

#[test]
fn an_element_of_another_kind_is_shown_cut_and_said_to_be_one() {
    let long = "x".repeat(5000);
    let mut state =
        with_forms(&format!("<appmsg><type>5</type><weappinfo><a>{long}</a></weappinfo><own><b/></own></appmsg>"));
    let row = |state: &State, name: &str| {
        let page = crate::view::page(state).into_string();
        let (_, row) = page.split_once(&format!("data-row=\"/xml!xml/appmsg/{name}\"")).expect("a row");
        row.split_once("</pre>").expect("its source").0.to_owned()
    };
    let foreign = row(&state, "weappinfo");
    assert!(
        foreign.contains("not used by this type") && foreign.contains("&lt;weappinfo&gt;&lt;a&gt;xxx"),
        "{foreign}"
    );
    assert!(foreign.ends_with("x…") && foreign.len() < 3000, "{foreign}");
    let own = row(&state, "own");
    assert!(own.contains("unknown field") && own.contains("data-action=\"remove\""), "{own}");
    update(&mut state, Event::Edit("/xml!xml/appmsg/weappinfo".into(), Edit::Remove));
    assert!(state.text.ends_with("<type>5</type><own><b/></own></appmsg>\"}"), "{}", state.text);
}

#[test]
fn xml_that_is_none_has_no_form_and_is_not_touched() {
    for xml in ["<appmsg", "<other/>", "text"] {
        let mut state = with_forms(xml);
        let before = state.text.clone();
        update(&mut state, text("/xml!xml/appmsg/title", "a"));
        update(&mut state, Event::Edit("/xml!xml/appmsg".into(), Edit::Remove));
        assert_eq!(state.text, before);
        let page = crate::view::page(&state).into_string();
        assert!(!page.contains("data-action=\"text\" data-path=\"/xml!xml"), "{page}");
    }
}
