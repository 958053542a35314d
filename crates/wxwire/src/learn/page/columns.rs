//! What the columns of a table hold, told by their heads.

use crate::import::Text;

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Column {
    Name,
    Type,
    Required,
    Help,
    Default,
    Example,
    Place,
    Choices,
    Unknown,
}

/// The heads that columns have, in small letters. Where one begins with another, the longer stands first.
const HEADS: &[(&str, Column)] = &[
    ("参数名称", Column::Name),
    ("字段名称", Column::Name),
    ("变量名称", Column::Name),
    ("参数名", Column::Name),
    ("字段名", Column::Name),
    ("变量名", Column::Name),
    ("属性名", Column::Name),
    ("键名", Column::Name),
    ("名称", Column::Name),
    ("属性", Column::Name),
    ("变量", Column::Name),
    ("参数类型", Column::Type),
    ("字段类型", Column::Type),
    ("数据类型", Column::Type),
    ("变量类型", Column::Type),
    ("值类型", Column::Type),
    ("类型", Column::Type),
    ("参数说明", Column::Help),
    ("字段说明", Column::Help),
    ("参数描述", Column::Help),
    ("字段描述", Column::Help),
    ("参数含义", Column::Help),
    ("参数示例", Column::Example),
    ("参数位置", Column::Place),
    ("是否必选", Column::Required),
    ("是否必填", Column::Required),
    ("是否必须", Column::Required),
    ("是否必传", Column::Required),
    ("是否必需", Column::Required),
    ("必选", Column::Required),
    ("必填", Column::Required),
    ("必须", Column::Required),
    ("必需", Column::Required),
    ("必传", Column::Required),
    ("是否为空", Column::Unknown),
    ("默认值", Column::Default),
    ("缺省值", Column::Default),
    ("默认", Column::Default),
    ("示例值", Column::Example),
    ("参考值", Column::Example),
    ("样例", Column::Example),
    ("示例", Column::Example),
    ("例子", Column::Example),
    ("枚举值", Column::Choices),
    ("可选值", Column::Choices),
    ("取值范围", Column::Choices),
    ("枚举", Column::Choices),
    ("取值", Column::Choices),
    ("传参方式", Column::Place),
    ("位置", Column::Place),
    ("中文名", Column::Help),
    ("约束", Column::Unknown),
    ("说明", Column::Help),
    ("描述", Column::Help),
    ("备注", Column::Help),
    ("含义", Column::Help),
    ("解释", Column::Help),
    ("注释", Column::Help),
    ("参数", Column::Name),
    ("字段", Column::Name),
    ("最大长度", Column::Unknown),
    ("长度", Column::Unknown),
    ("parametername", Column::Name),
    ("parameter", Column::Name),
    ("description", Column::Help),
    ("required", Column::Required),
    ("explain", Column::Help),
    ("default", Column::Default),
    ("example", Column::Example),
    ("field", Column::Name),
    ("name", Column::Name),
    ("type", Column::Type),
    ("key", Column::Name),
    ("in", Column::Place),
];

/// What a cell of the first row says of its column.
pub(super) fn head(cell: &str) -> Option<Column> {
    let plain: String = cell.chars().filter(|char| !char.is_whitespace() && !"*`:：".contains(*char)).collect();
    let plain = plain.to_lowercase();
    HEADS.iter().find(|(head, _)| *head == plain).map(|(_, column)| *column)
}

/// The columns of a table, where a row is its first.
pub(super) fn of_row(cells: &[Text]) -> Option<Vec<Column>> {
    let columns: Vec<_> = cells.iter().map(|cell| head(cell.as_str().trim())).collect();
    let known = columns.iter().flatten().count();
    let has_name = columns.contains(&Some(Column::Name));
    (has_name && known > 1 && known * 2 > columns.len())
        .then(|| columns.into_iter().map(|column| column.unwrap_or(Column::Unknown)).collect())
}

/// The columns of a table whose first row is one line: `参数名 必选 类型 说明`, or the same without what parts the cells.
pub(super) fn of_line(line: &str) -> Option<Vec<Column>> {
    let mut rest = line.trim();
    if rest.len() > 200 || rest.is_ascii() && !rest.contains(' ') {
        return None;
    }
    let mut columns = Vec::new();
    while !rest.is_empty() {
        let lower = rest.chars().take(12).collect::<String>().to_ascii_lowercase();
        let (head, column) = HEADS.iter().find(|(head, _)| lower.starts_with(head))?;
        columns.push(*column);
        rest = rest[head.len()..].trim_start_matches([' ', '\t', '|', '\u{a0}', '\u{3000}', ',', '，', '、']);
    }
    (columns.len() > 2 && columns.first() == Some(&Column::Name) || columns == [Column::Name, Column::Type])
        .then_some(columns)
}

/// What a mark says of whether a field is required.
pub(super) fn mark(cell: &str) -> Option<bool> {
    let plain = cell.trim().trim_matches(['*', '`', ' ']).to_lowercase();
    match plain.as_str() {
        "是" | "必需" | "必填" | "必选" | "必须" | "必传" | "true" | "yes" | "y" | "required" | "√" | "✓" | "✔"
        | "1" | "m" => Some(true),
        "否" | "可选" | "选填" | "非必填" | "非必须" | "非必选" | "非必需" | "不必须" | "false" | "no" | "n"
        | "optional" | "×" | "✗" | "0" | "o" => Some(false),
        _ => None,
    }
}
