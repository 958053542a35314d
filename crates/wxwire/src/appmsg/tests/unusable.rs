//! Messages that would arrive and open nothing: each is a warning that says where it is known from.

use super::table::check;
use crate::lang::Lang;
use crate::problem::{Severity, Source};

/// An element that messages of a type always have is absent, or is there and says nothing.
#[test]
fn a_type_wants_its_element() {
    let types = [
        (6, "appattach"),
        (33, "weappinfo"),
        (36, "weappinfo"),
        (51, "finderFeed"),
        (57, "refermsg"),
        (63, "finderLive"),
        (74, "appattach"),
    ];
    for (number, element) in types {
        let place = format!("required /xml!xml/appmsg/{element}");
        for inside in [String::new(), format!("<{element}/>"), format!("<{element}><x>0</x></{element}>")] {
            let found = check(&format!("<appmsg><type>{number}</type>{inside}</appmsg>"), &[&place]);
            assert_eq!((found[0].severity, found[0].source), (Severity::Warning, Some(Source::Observed)));
        }
    }
    check("<appmsg><type>6</type><appattach><totallen>1</totallen></appattach></appmsg>", &[]);
    check("<appmsg><type>63</type><finderLive><desc>d</desc></finderLive></appmsg>", &[]);
}

fn mini_program(inside: &str) -> String {
    format!("<appmsg><type>33</type><weappinfo>{inside}</weappinfo></appmsg>")
}

#[test]
fn a_mini_program_has_an_account_an_id_and_a_page() {
    let at = |name: &str| format!("wrong_form /xml!xml/appmsg/weappinfo/{name}");
    for (number, inside, name, source) in [
        (1, "<username>gh_0123456789ab</username>", "username", Source::Documented),
        (2, "<username>gh_1@app</username><appid>gh_1@app</appid>", "appid", Source::Documented),
        (3, "<pagepath><![CDATA[pages/a/a?x=b.html]]></pagepath>", "pagepath", Source::Observed),
    ] {
        let found = check(&mini_program(inside), &[&at(name)]);
        assert_eq!((found[0].severity, found[0].source), (Severity::Warning, Some(source)), "{number}");
    }
    let found = check(&mini_program("<username>gh_1</username>"), &[&at("username")]);
    assert_eq!(found[0].message(Lang::En), "should look like gh_…@app, is gh_1");
    assert_eq!(found[0].message(Lang::Zh), "应形如 gh_…@app，实际为 gh_1");
    let all = "<username>gh_1</username><appid>gh_1</appid><pagepath>pages/a</pagepath>";
    check(&mini_program(all), &[&at("username"), &at("appid"), &at("pagepath")]);
    let fine = "<username>gh_1@app</username><appid/><pagepath>pages/a.html?b=1</pagepath>";
    check(&mini_program(fine), &[]);
    check(&mini_program("<username>gh_1@app</username><appid>wx1</appid><pagepath/>"), &[]);
}

#[test]
fn a_message_that_is_escaped_once_more_is_named() {
    for text in ["&lt;appmsg appid=\"\"&gt;&lt;type&gt;5&lt;/type&gt;&lt;/appmsg&gt;", " &#60;appmsg/&#x3E;"] {
        let found = check(text, &["escaped /xml!xml", "xml_syntax /xml!xml"]);
        assert_eq!((found[0].severity, found[0].source), (Severity::Warning, Some(Source::Inferred)));
        assert_eq!(found[0].message(Lang::En), "escaped once more than it should be: should begin with <appmsg");
    }
    check("&lt;b", &["xml_syntax /xml!xml"]);
}
