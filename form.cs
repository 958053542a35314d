using System.Net.Http;
var client = new HttpClient();
var values = new Dictionary<string, string>
{
    { "anchor_userid", "zhangsan" },
    { "theme", "周会" }
};
var content = new FormUrlEncodedContent(values);
var response = await client.PostAsync("https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=TOKENTOKENTOKEN1", content);
