const https = require('https');
const data = JSON.stringify({ anchor_userid: 'zhangsan', theme: '周会', living_start: 1741000000, living_duration: 3600 });
const options = {
  hostname: 'qyapi.weixin.qq.com',
  port: 443,
  path: '/cgi-bin/living/create?access_token=TOKENTOKENTOKEN1',
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    'Content-Length': data.length
  }
};
const req = https.request(options, res => {
  res.on('data', d => { process.stdout.write(d); });
});
req.on('error', error => { console.error(error); });
req.write(data);
req.end();
