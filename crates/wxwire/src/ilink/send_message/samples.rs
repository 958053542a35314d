//! A message of each kind that is shown.

use super::{Msg, SendMessage};
use crate::ilink::{Caller, FileItem, ImageItem, Item, Media, TextItem, VideoItem};
use crate::lang::Words;
use crate::operation::Example;

pub(super) fn examples() -> Vec<Example<SendMessage>> {
    let media = Media::example;
    let text = Item { kind: 1, text_item: Some(TextItem { text: "下午好".into() }), ..Item::default() };
    let image = ImageItem { media: media(), mid_size: Some(968_816), ..ImageItem::default() };
    let image = Item { kind: 2, image_item: Some(image), ..Item::default() };
    let file =
        FileItem {
            media: media(), file_name: "报价单.pdf".into(), len: Some("48211".into()), ..FileItem::default()
        };
    let file = Item { kind: 4, file_item: Some(file), ..Item::default() };
    let video = VideoItem { media: media(), video_size: Some(1_315_984), ..VideoItem::default() };
    let video = Item { kind: 5, video_item: Some(video), ..Item::default() };
    vec![
        Example::new("text", Words::new("文本", "Text"), holding(text)),
        Example::new("image", Words::new("图片", "A picture"), holding(image)),
        Example::new("file", Words::new("文件", "A file"), holding(file)),
        Example::new("video", Words::new("视频", "A video"), holding(video)),
    ]
}

fn holding(item: Item) -> SendMessage {
    let msg = Msg {
        to_user_id: "o9cq80xY2bQ7tLmN4kR6s@im.wechat".into(),
        context_token: "AARzJWAFAAABAAAAAAB7f3kQ".into(),
        item_list: vec![item],
        from_user_id: Some(String::new()),
        client_id: Some("wxwire-0001".into()),
        message_type: Some(2),
        message_state: Some(2),
    };
    SendMessage { msg, caller: Caller::example() }
}
