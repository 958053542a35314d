//! PowerShell's own commands.

use wxwire::import::Form;

use crate::common::{BODY, URL, check};

#[test]
fn powershell() {
    let double = BODY.replace('`', "``").replace('"', "`\"").replace('$', "`$");
    let single = BODY.replace('\'', "''");
    let here = BODY.replace('$', "`$");
    for text in [
        format!(
            "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n$session.UserAgent = \"x\"\nInvoke-WebRequest -UseBasicParsing -Uri \"{URL}\" `\n-Method \"POST\" `\n-WebSession $session `\n-Headers @{{\n\"accept\"=\"*/*\"\n  \"X-GEWE-TOKEN\"=\"t0ken-s3cret\"\n}} `\n-ContentType \"application/json\" `\n-Body \"{double}\""
        ),
        format!(
            "$headers = New-Object \"System.Collections.Generic.Dictionary[[String],[String]]\"\n$headers.Add(\"X-GEWE-TOKEN\", \"t0ken-s3cret\")\n\n$body = @\"\n{here}\n\"@\n\n$response = Invoke-RestMethod '{URL}' -Method 'POST' -Headers $headers -Body $body\n$response | ConvertTo-Json"
        ),
        format!(
            "irm -Uri {URL} -Method Post -Headers @{{'X-GEWE-TOKEN' = 't0ken-s3cret'; accept='x'}} -Body ([System.Text.Encoding]::UTF8.GetBytes('{single}'))"
        ),
    ] {
        check(&text, Form::PowerShell);
    }
}

/// A text that is put together of parts.
#[test]
fn parts_of_texts() {
    let header = "@{'X-GEWE-TOKEN' = 't0ken-s3cret'}";
    let [first, rest] = BODY.split_at(21).into();
    let single = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let (one, two, whole) = (single(first), single(rest), single(BODY));
    for text in [
        format!("$b = {one} + {two}\nInvoke-RestMethod {URL} -Method Post -Headers {header} -Body $b"),
        format!("$b = {one}\n$b += {two}\nirm {URL} -Method Post -Headers {header} -Body $b"),
        format!("$b = {one}, {two} -join ''\nirm {URL} -Method Post -Headers {header} -Body $B"),
        format!("irm {URL} -Method Post -Headers {header} -Body (-join ({one}, {two}))"),
        format!("irm {URL} -Method Post -Headers {header} -Body ([string]::Join('', @({one}, {two})))"),
        format!("irm {URL} -Method Post -Headers {header} -Body ([String]::Join('', {one}, {two}))"),
        format!(
            "$h = {header}\n$h['a'] = 'b'\n$b = [System.Text.Encoding]::UTF8.GetBytes({whole})\nirm {URL} -Method Post -Headers $h -Body $b"
        ),
        format!(
            "$json = @'\r\n{BODY}\r\n'@\r\n$p = @{{ Uri = '{URL}'; Method = 'Post'; Headers = {header}\r\n Body = $json }}\r\nInvoke-RestMethod @p\r\n"
        ),
        format!(
            "PS C:\\> $b = @(\n>>   {one}\n>>   {two}\n>> ) -join ''\nPS C:\\> irm {URL} -Method Post -Headers {header} -Body $b"
        ),
        format!(
            "PS C:\\> $base = 'https://h.example/p'\nPS C:\\> $t = \"t0ken-s3cret\"\nPS C:\\> irm \"$base/api/message/sendapp\" -Method Post -Headers @{{'X-GEWE-TOKEN' = \"${{t}}\"}} -Body {whole}"
        ),
    ] {
        check(&text, Form::PowerShell);
    }
}
