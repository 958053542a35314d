//! What building escapes, and what it refuses.

use super::*;
use crate::problem::Code;

#[test]
fn building_escapes() {
    let text = "<a> & \"'\t\n\r]]>\u{7f}\u{feff}，";
    let weappinfo =
        WeappInfo { username: Some(text.into()), pagepath: Some("a]]>b]]]>c&".into()), ..Default::default() };
    let shell =
        Shell { title: Some(text.into()), kind: Some("33".into()), appid: Some(text.into()), ..Shell::default() };
    let message = message(shell, Part::MiniProgram(MiniProgram { weappinfo: Some(weappinfo) }));
    let xml = message.build().expect("XML");
    assert!(xml.contains("<![CDATA[a]]]]><![CDATA[>b]]]]]><![CDATA[>c&]]>"), "{xml}");
    assert_eq!(check_again(&xml).message, message);
}

/// A message that cannot be written, and the path that says why.
fn check_impossible(message: &AppMsg, path: &str, found: &str) {
    let problem = message.build().expect_err("cannot be written");
    assert_eq!((problem.code, problem.path.as_str(), problem.found.as_str()), (Code::CannotHold, path, found));
}

#[test]
fn what_xml_cannot_hold_is_a_problem() {
    let bad = || Some("a\u{1}b".into());
    check_impossible(&message(Shell { title: bad(), ..Shell::default() }, Part::None), "/appmsg/title", "U+0001");
    check_impossible(&message(Shell { appid: bad(), ..Shell::default() }, Part::None), "/appmsg/@appid", "U+0001");
    let of = |part| message(Shell::default(), part);
    let username = Some(CData("\u{ffff}".into()));
    let program = MiniProgram { weappinfo: Some(WeappInfo { username, ..Default::default() }) };
    check_impossible(&of(Part::MiniProgram(program)), "/appmsg/weappinfo/username", "U+FFFF");
    let items = vec![DataItem::default(), DataItem { datadesc: bad(), ..DataItem::default() }];
    let datalist = Some(DataList { dataitem: items, ..DataList::default() });
    let recordinfo = Some(RecordInfo { datalist, ..RecordInfo::default() });
    let recorditem = Some(Embedded(RecordItem { recordinfo }));
    let path = "/appmsg/recorditem!xml/recordinfo/datalist/dataitem[2]/datadesc";
    check_impossible(&of(Part::Record(Record { recorditem, ..Record::default() })), path, "U+0001");
    for odd in ["<a>", "</appmsg><appmsg>", "&x;", "a\0", "<a/><b", "@a", "@a='1' b='2'", "@a='1'><b/", "<!DOCTYPE a>"]
    {
        let other = Other(vec!["<fine/>".into(), odd.into()]);
        check_impossible(&AppMsg { other, ..AppMsg::default() }, "/appmsg/$other/1", odd);
    }
    let shell = Shell { appid: Some("".into()), ..Shell::default() };
    let twice = AppMsg { other: Other(vec!["@appid='x'".into()]), ..message(shell, Part::None) };
    check_impossible(&twice, "/appmsg/$other/0", "@appid='x'");
    let read = Envelope { declaration: "<a>".into(), ..Envelope::default() };
    assert_eq!(read.build().expect_err("no declaration").code, Code::CannotHold);
}
