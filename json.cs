using System.Text.Json;
using var client = new HttpClient();
var content = new StringContent(JsonSerializer.Serialize(new { anchor_userid = "zhangsan", theme = "周会", living_start = 1741000000, living_duration = 3600, nested = new { a = 1, list = new[] { 1, 2 } } }), Encoding.UTF8, "application/json");
var response = await client.PostAsync("https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=TOKENTOKENTOKEN1", content);
