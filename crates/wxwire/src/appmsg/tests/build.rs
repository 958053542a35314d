//! What building escapes, and what it refuses.

use super::*;
use crate::problem::Code;

#[test]
fn building_escapes() {
    let text = "<a> & \"'\t\n\r]]>\u{7f}\u{feff}，";
    let mut program = MiniProgram { title: Some(text.into()), ..MiniProgram::default() };
    let weappinfo =
        WeappInfo { username: Some(text.into()), pagepath: Some("a]]>b]]]>c&".into()), ..Default::default() };
    program.shell = Shell { kind: Some("33".into()), appid: Some(text.into()), ..Shell::default() };
    program.weappinfo = Some(weappinfo);
    let message = AppMsg::from(program);
    let xml = message.build().expect("XML");
    assert!(xml.contains("<![CDATA[a]]]]><![CDATA[>b]]]]]><![CDATA[>c&]]>"), "{xml}");
    assert_eq!(check_again(&xml).message, message);
}

/// A message that cannot be written, and the path that says why.
fn check_impossible(message: impl Into<AppMsg>, path: &str, found: &str) {
    let problem = message.into().build().expect_err("cannot be written");
    assert_eq!((problem.code, problem.path.as_str(), problem.found.as_str()), (Code::CannotHold, path, found));
}

#[test]
fn what_xml_cannot_hold_is_a_problem() {
    let bad = || Some("a\u{1}b".into());
    check_impossible(Plain { title: bad(), ..Plain::default() }, "/appmsg/title", "U+0001");
    let shell = |appid, kind: &'static str| Shell { appid, kind: Some(kind.into()), ..Shell::default() };
    check_impossible(Text { shell: shell(bad(), "1"), ..Text::default() }, "/appmsg/@appid", "U+0001");
    let username = Some(CData("\u{ffff}".into()));
    let program = MiniProgram { weappinfo: Some(WeappInfo { username, ..Default::default() }), ..Default::default() };
    check_impossible(program, "/appmsg/weappinfo/username", "U+FFFF");
    let items = vec![DataItem::default(), DataItem { datadesc: bad(), ..DataItem::default() }];
    let datalist = Some(DataList { dataitem: items, ..DataList::default() });
    let recordinfo = Some(RecordInfo { datalist, ..RecordInfo::default() });
    let recorditem = Some(Embedded(RecordItem { recordinfo }));
    let path = "/appmsg/recorditem!xml/recordinfo/datalist/dataitem[2]/datadesc";
    check_impossible(Record { recorditem, ..Record::default() }, path, "U+0001");
    for odd in ["<a>", "</appmsg><appmsg>", "&x;", "a\0", "<a/><b", "@a", "@a='1' b='2'", "@a='1'><b/", "<!DOCTYPE a>"]
    {
        let other = Other(vec!["<fine/>".into(), odd.into()]);
        check_impossible(Plain { other, ..Plain::default() }, "/appmsg/$other/1", odd);
    }
    let shell = Shell { appid: Some("".into()), ..Shell::default() };
    let twice = Plain { shell, other: Other(vec!["@appid='x'".into()]), ..Plain::default() };
    check_impossible(twice, "/appmsg/$other/0", "@appid='x'");
    let read = Read { declaration: "<a>".into(), ..read("<appmsg/>") };
    assert_eq!(read.build().expect_err("no declaration").code, Code::CannotHold);
}
