//! The templates: a program for each library, with places for the address, the headers and the body.

use super::literal::{Style, dollar, double, hash, raw, ruby, single, single_escaped, verbatim};
use super::tree;

pub(crate) struct Template {
    pub(crate) name: &'static str,
    /// What an import calls it.
    pub(crate) form: &'static str,
    style: Style,
    /// `URL`, `METHOD`, `Method`, `method`, `HEADERS`, `BODY` as a text, `OBJECT` as a literal.
    code: &'static str,
    /// A header, with `NAME`, `VALUE`, or `LINE` for both.
    header: &'static str,
}

impl Template {
    pub(crate) fn write(&self, method: &str, url: &str, headers: &[(String, String)], body: &str) -> String {
        let quote = self.style.quote;
        let header = |(name, value): &(String, String)| {
            self.header
                .replace("NAME", &quote(name))
                .replace("LINE", &quote(&format!("{name}: {value}")))
                .replace("VALUE", &quote(value))
        };
        let low = method.to_ascii_lowercase();
        let title = format!("{}{}", &method[..1], &low[1..]);
        let object = if self.code.contains("@OBJECT") { self.style.write(tree(body).root()) } else { String::new() };
        self.code
            .replace("@HEADERS", &headers.iter().map(header).collect::<String>())
            .replace("@URL", &quote(url))
            .replace("@METHOD", method)
            .replace("@Method", &title)
            .replace("@method", &low)
            .replace("@BODY", &quote(body))
            .replace("@OBJECT", &object)
    }
}

const BRACES: (&str, &str) = ("{", "}");
const SQUARE: (&str, &str) = ("[", "]");
const COLON: (&str, &str, &str) = ("", ": ", "");

const PHP: Style = Style {
    quote: single,
    map: ("array(", ")"),
    pair: ("", " => ", ""),
    list: SQUARE,
    null: "null",
    empty: "new stdClass()",
};
const PHP_SHORT: Style = Style { map: SQUARE, ..PHP };
const JAVA: Style = Style {
    quote: double,
    map: ("Map.of(", ")"),
    pair: ("", ", ", ""),
    list: ("List.of(", ")"),
    null: "null",
    empty: "Map.of()",
};
const KOTLIN: Style = Style {
    quote: dollar,
    map: ("mapOf(", ")"),
    pair: ("", " to ", ""),
    list: ("listOf(", ")"),
    null: "null",
    empty: "mapOf()",
};
const GO: Style = Style {
    quote: raw,
    map: ("map[string]interface{}{", "}"),
    pair: COLON,
    list: ("[]interface{}{", "}"),
    null: "nil",
    empty: "map[string]any{}",
};
const CSHARP: Style = Style {
    quote: double,
    map: ("new Dictionary<string, object> { ", " }"),
    pair: ("[", "] = ", ""),
    list: ("new object[] { ", " }"),
    null: "null",
    empty: "new Dictionary<string, object>()",
};
const SWIFT: Style = Style { quote: hash, map: SQUARE, pair: COLON, list: SQUARE, null: "nil", empty: "[:]" };
const RUBY: Style = Style { quote: ruby, map: BRACES, pair: ("", " => ", ""), list: SQUARE, null: "nil", empty: "{}" };
const DART: Style = Style { quote: single_escaped, map: BRACES, pair: COLON, list: SQUARE, null: "null", empty: "{}" };
const SCRIPT: Style = Style { quote: double, map: BRACES, pair: COLON, list: SQUARE, null: "null", empty: "{}" };
const PYTHON: Style = Style { null: "None", ..SCRIPT };

pub(crate) static TEMPLATES: &[Template] = &[
    Template {
        name: "PHP, cURL, an array",
        form: "php",
        style: PHP,
        code: "<?php\n\n$curl = curl_init();\n\ncurl_setopt_array($curl, array(\n   CURLOPT_URL => @URL,\n   CURLOPT_RETURNTRANSFER => true,\n   CURLOPT_ENCODING => '',\n   CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,\n   CURLOPT_CUSTOMREQUEST => '@METHOD',\n   CURLOPT_POSTFIELDS => @BODY,\n   CURLOPT_HTTPHEADER => array(\n@HEADERS   ),\n));\n\n$response = curl_exec($curl);\n\ncurl_close($curl);\necho $response;\n",
        header: "      LINE,\n",
    },
    Template {
        name: "PHP, cURL, one by one",
        form: "php",
        style: PHP_SHORT,
        code: "$data = @OBJECT;\n$ch = curl_init(@URL);\ncurl_setopt($ch, CURLOPT_CUSTOMREQUEST, '@METHOD');\ncurl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($data, JSON_UNESCAPED_UNICODE));\ncurl_setopt($ch, CURLOPT_HTTPHEADER, [@HEADERS]);\n$result = curl_exec($ch);\n",
        header: "LINE, ",
    },
    Template {
        name: "PHP, Guzzle's request",
        form: "php",
        style: PHP,
        code: "<?php\nrequire 'vendor/autoload.php';\n$client = new \\GuzzleHttp\\Client();\n$headers = [\n@HEADERS];\n$body = @BODY;\n$request = new Request('@METHOD', @URL, $headers, $body);\n$res = $client->sendAsync($request)->wait();\necho $res->getBody();\n",
        header: "  NAME => VALUE,\n",
    },
    Template {
        name: "PHP, Guzzle's options",
        form: "php",
        style: PHP_SHORT,
        code: "use GuzzleHttp\\Client;\n$client = new Client();\n$response = $client->@method(@URL, [\n    'headers' => [@HEADERS],\n    'json' => @OBJECT,\n]);\n",
        header: "NAME => VALUE, ",
    },
    Template {
        name: "PHP, HTTP_Request2",
        form: "php",
        style: PHP,
        code: "<?php\nrequire_once 'HTTP/Request2.php';\n$request = new HTTP_Request2();\n$request->setUrl(@URL);\n$request->setMethod(HTTP_Request2::METHOD_@METHOD);\n$request->setHeader(array(@HEADERS));\n$request->setBody(@BODY);\n$response = $request->send();\n",
        header: "NAME => VALUE, ",
    },
    Template {
        name: "Java, OkHttp",
        form: "java",
        style: JAVA,
        code: "OkHttpClient client = new OkHttpClient().newBuilder()\n   .build();\nMediaType mediaType = MediaType.parse(\"application/json\");\nRequestBody body = RequestBody.create(mediaType, @BODY);\nRequest request = new Request.Builder()\n   .url(@URL)\n   .method(\"@METHOD\", body)\n@HEADERS   .build();\nResponse response = client.newCall(request).execute();\n",
        header: "   .addHeader(NAME, VALUE)\n",
    },
    Template {
        name: "Java, OkHttp, in one",
        form: "java",
        style: JAVA,
        code: "import okhttp3.*;\npublic class A {\n  public static void main(String[] a) throws Exception {\n    String json = @BODY;\n    String url = @URL;\n    try (Response r = new OkHttpClient().newCall(new Request.Builder().url(url)@HEADERS.@method(RequestBody.create(json, JSON)).build()).execute()) {\n      System.out.println(r.body().string());\n    }\n  }\n}\n",
        header: ".header(NAME, VALUE)",
    },
    Template {
        name: "Java, java.net.http",
        form: "java",
        style: JAVA,
        code: "import java.net.URI;\nimport java.net.http.*;\n\nHttpClient client = HttpClient.newHttpClient();\nHttpRequest request = HttpRequest.newBuilder()\n    .uri(URI.create(@URL))\n@HEADERS    .@METHOD(HttpRequest.BodyPublishers.ofString(@BODY))\n    .build();\nHttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());\n",
        header: "    .header(NAME, VALUE)\n",
    },
    Template {
        name: "Java, Hutool",
        form: "java",
        style: JAVA,
        code: "String result = HttpRequest.@method(@URL)\n        @HEADERS.body(JSONUtil.toJsonStr(@OBJECT))\n        .execute().body();\n",
        header: ".header(NAME, VALUE)\n        ",
    },
    Template {
        name: "Java, Unirest",
        form: "java",
        style: JAVA,
        code: "Unirest.setTimeouts(0, 0);\nHttpResponse<String> response = Unirest.@method(@URL)\n@HEADERS  .body(@BODY)\n  .asString();\n",
        header: "  .header(NAME, VALUE)\n",
    },
    Template {
        name: "Java, HttpURLConnection",
        form: "java",
        style: JAVA,
        code: "URL url = new URL(@URL);\nHttpURLConnection con = (HttpURLConnection) url.openConnection();\ncon.setRequestMethod(\"@METHOD\");\n@HEADERScon.setDoOutput(true);\nString json = @BODY;\ntry (OutputStream os = con.getOutputStream()) {\n    byte[] input = json.getBytes(\"utf-8\");\n    os.write(input, 0, input.length);\n}\n",
        header: "con.setRequestProperty(NAME, VALUE);\n",
    },
    Template {
        name: "Java, Apache",
        form: "java",
        style: JAVA,
        code: "CloseableHttpClient client = HttpClients.createDefault();\nHttp@Method post = new Http@Method(@URL);\n@HEADERSpost.setEntity(new StringEntity(@BODY, ContentType.APPLICATION_JSON));\nCloseableHttpResponse response = client.execute(post);\n",
        header: "post.setHeader(NAME, VALUE);\n",
    },
    Template {
        name: "Kotlin, OkHttp",
        form: "kotlin",
        style: KOTLIN,
        code: "val client = OkHttpClient()\nval mediaType = \"application/json\".toMediaType()\nval body = @BODY.toRequestBody(mediaType)\nval request = Request.Builder()\n  .url(@URL)\n  .@method(body)\n@HEADERS  .build()\nval response = client.newCall(request).execute()\n",
        header: "  .addHeader(NAME, VALUE)\n",
    },
    Template {
        name: "Kotlin, Ktor",
        form: "kotlin",
        style: KOTLIN,
        code: "import io.ktor.client.*\n\nfun main() = runBlocking {\n  val client = HttpClient(CIO)\n  val response: HttpResponse = client.@method(@URL) {\n@HEADERS    setBody(@BODY)\n  }\n}\n",
        header: "    header(NAME, VALUE)\n",
    },
    Template {
        name: "Go, raw strings",
        form: "go",
        style: GO,
        code: "package main\n\nimport (\n   \"fmt\"\n   \"strings\"\n   \"net/http\"\n   \"io/ioutil\"\n)\n\nfunc main() {\n   url := @URL\n   method := \"@METHOD\"\n\n   payload := strings.NewReader(@BODY)\n\n   client := &http.Client {\n   }\n   req, err := http.NewRequest(method, url, payload)\n\n   if err != nil {\n      fmt.Println(err)\n      return\n   }\n@HEADERS\n   res, err := client.Do(req)\n}\n",
        header: "   req.Header.Add(NAME, VALUE)\n",
    },
    Template {
        name: "Go, bytes",
        form: "go",
        style: Style { quote: double, ..GO },
        code: "body := []byte(@BODY)\nreq, err := http.NewRequest(http.Method@Method, @URL, bytes.NewBuffer(body))\n@HEADERSres, err := http.DefaultClient.Do(req)\n",
        header: "req.Header.Set(NAME, VALUE)\n",
    },
    Template {
        name: "Go, json.Marshal",
        form: "go",
        style: Style { quote: double, ..GO },
        code: "package main\nfunc main() {\n\tdata, err := json.Marshal(@OBJECT)\n\treq, _ := http.NewRequestWithContext(ctx, \"@METHOD\", @URL, bytes.NewReader(data))\n@HEADERS\tres, _ := client.Do(req)\n}\n",
        header: "\treq.Header.Set(NAME, VALUE)\n",
    },
    Template {
        name: "C#, HttpClient",
        form: "csharp",
        style: Style { quote: verbatim, ..CSHARP },
        code: "var client = new HttpClient();\nvar request = new HttpRequestMessage(HttpMethod.@Method, @URL);\n@HEADERSvar content = new StringContent(@BODY, null, \"application/json\");\nrequest.Content = content;\nvar response = await client.SendAsync(request);\nresponse.EnsureSuccessStatusCode();\nConsole.WriteLine(await response.Content.ReadAsStringAsync());\n",
        header: "request.Headers.Add(NAME, VALUE);\n",
    },
    Template {
        name: "C#, an initializer",
        form: "csharp",
        style: CSHARP,
        code: "using var client = new HttpClient();\nvar request = new HttpRequestMessage\n{\n    Method = HttpMethod.@Method,\n    RequestUri = new Uri(@URL),\n    Headers =\n    {\n@HEADERS    },\n    Content = new StringContent(JsonSerializer.Serialize(@OBJECT), Encoding.UTF8, \"application/json\"),\n};\nusing var response = await client.SendAsync(request);\n",
        header: "        { NAME, VALUE },\n",
    },
    Template {
        name: "C#, PostAsync",
        form: "csharp",
        style: CSHARP,
        code: "using System.Net.Http;\nvar client = new HttpClient();\n@HEADERSvar response = await client.@MethodAsync(@URL, new StringContent(@BODY, Encoding.UTF8, \"application/json\"));\n",
        header: "client.DefaultRequestHeaders.Add(NAME, VALUE);\n",
    },
    Template {
        name: "C#, RestSharp",
        form: "csharp",
        style: CSHARP,
        code: "var client = new RestClient(@URL);\nclient.Timeout = -1;\nvar request = new RestRequest(Method.@METHOD);\n@HEADERSvar body = @BODY;\nrequest.AddParameter(\"application/json\", body,  ParameterType.RequestBody);\nIRestResponse response = client.Execute(request);\nConsole.WriteLine(response.Content);\n",
        header: "request.AddHeader(NAME, VALUE);\n",
    },
    Template {
        name: "Swift, URLSession",
        form: "swift",
        style: SWIFT,
        code: "import Foundation\n\nlet parameters = @BODY\nlet postData = parameters.data(using: .utf8)\n\nvar request = URLRequest(url: URL(string: @URL)!,timeoutInterval: Double.infinity)\n@HEADERSrequest.httpMethod = \"@METHOD\"\nrequest.httpBody = postData\n\nlet task = URLSession.shared.dataTask(with: request) { data, response, error in\n  print(String(data: data!, encoding: .utf8)!)\n}\ntask.resume()\n",
        header: "request.addValue(VALUE, forHTTPHeaderField: NAME)\n",
    },
    Template {
        name: "Swift, a dictionary",
        form: "swift",
        style: Style { quote: double, ..SWIFT },
        code: "let url = URL(string: @URL)!\nvar request = URLRequest(url: url)\nrequest.httpMethod = \"@METHOD\"\nrequest.allHTTPHeaderFields = [@HEADERS]\nlet body: [String: Any] = @OBJECT\nrequest.httpBody = try? JSONSerialization.data(withJSONObject: body)\nURLSession.shared.dataTask(with: request).resume()\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "Ruby, Net::HTTP",
        form: "ruby",
        style: RUBY,
        code: "require \"uri\"\nrequire \"json\"\nrequire \"net/http\"\n\nurl = URI(@URL)\n\nhttp = Net::HTTP.new(url.host, url.port);\nrequest = Net::HTTP::@Method.new(url)\n@HEADERSrequest.body = JSON.dump(@OBJECT)\n\nresponse = http.request(request)\nputs response.read_body\n",
        header: "request[NAME] = VALUE\n",
    },
    Template {
        name: "Ruby, RestClient",
        form: "ruby",
        style: RUBY,
        code: "require 'rest-client'\nputs RestClient.@method(@URL, @OBJECT.to_json, {@HEADERS})\n",
        header: "NAME => VALUE, ",
    },
    Template {
        name: "Ruby, HTTParty",
        form: "ruby",
        style: RUBY,
        code: "HTTParty.@method(@URL,\n  body: @BODY,\n  headers: { @HEADERS })\n",
        header: "NAME => VALUE, ",
    },
    Template {
        name: "Dart, http",
        form: "dart",
        style: DART,
        code: "import 'package:http/http.dart' as http;\nvar response = await http.@method(\n  Uri.parse(@URL),\n  headers: {@HEADERS},\n  body: jsonEncode(@OBJECT),\n);\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "Dart, a request",
        form: "dart",
        style: DART,
        code: "var headers = {@HEADERS};\nvar request = http.Request('@METHOD', Uri.parse(@URL));\nrequest.body = json.encode(@OBJECT);\nrequest.headers.addAll(headers);\n\nhttp.StreamedResponse response = await request.send();\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "Dart, Dio",
        form: "dart",
        style: DART,
        code: "var dio = Dio();\nvar response = await dio.request(\n  @URL,\n  options: Options(\n    method: '@METHOD',\n    headers: {@HEADERS},\n  ),\n  data: @OBJECT,\n);\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "Python, aiohttp",
        form: "python",
        style: PYTHON,
        code: "import aiohttp\n\nasync def main():\n    async with aiohttp.ClientSession() as session:\n        async with session.@method(@URL, data=@BODY, headers={@HEADERS}) as response:\n            print(await response.text())\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "Python, httpx",
        form: "python",
        style: PYTHON,
        code: "import httpx\n\nwith httpx.Client() as client:\n    r = client.@method(@URL, content=@BODY, headers={@HEADERS})\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "undici",
        form: "javascript",
        style: SCRIPT,
        code: "import { request } from 'undici'\nconst { statusCode, body } = await request(@URL, {\n  method: '@METHOD',\n  headers: {@HEADERS},\n  body: @BODY\n})\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "got",
        form: "javascript",
        style: SCRIPT,
        code: "import got from 'got';\nconst data = await got.@method(@URL, {headers: {@HEADERS}, json: @OBJECT}).json();\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "ky",
        form: "javascript",
        style: SCRIPT,
        code: "import ky from 'ky';\nconst json = await ky(@URL, {method: '@method', json: @OBJECT, headers: {@HEADERS}}).json();\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "wx.request",
        form: "javascript",
        style: SCRIPT,
        code: "wx.request({\n  url: @URL,\n  method: '@METHOD',\n  data: @OBJECT,\n  header: {@HEADERS},\n  success (res) { console.log(res.data) }\n})\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "uni.request",
        form: "javascript",
        style: SCRIPT,
        code: "uni.request({ url: @URL, method: '@METHOD', header: {@HEADERS}, data: @OBJECT }).then(res => {});\n",
        header: "NAME: VALUE, ",
    },
    Template {
        name: "Node, https",
        form: "javascript",
        style: SCRIPT,
        code: "const request = require('request');\nconst options = {\n  'method': '@METHOD',\n  'url': @URL,\n  'headers': {@HEADERS},\n  body: JSON.stringify(@OBJECT)\n\n};\nrequest(options, function (error, response) {\n  if (error) throw new Error(error);\n});\n",
        header: "NAME: VALUE, ",
    },
];
