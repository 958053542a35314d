import requests
requests.post("http://h/v2/api/message/postText", json={"appId": "a", "toWxid": "w", "content": "hi"}, headers={"X-GEWE-TOKEN": "abc123def456"})
requests.post("http://h/v2/api/message/postImage", json={"appId": "a", "toWxid": "w", "imgUrl": "http://a/b.png"}, headers={"X-GEWE-TOKEN": "abc123def456"})
r = requests.post("http://h/v2/api/message/revokeMsg", json={"appId": "a", "toWxid": "w", "msgId": "1", "newMsgId": "2", "createTime": "3"}, headers={"X-GEWE-TOKEN": "abc123def456"})
print(r.text)
