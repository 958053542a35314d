<?php
$ch = curl_init("https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=TOKENTOKENTOKEN1");
$data = array('touser' => 'zhangsan', 'msgtype' => 'text', 'agentid' => 1);
curl_setopt($ch, CURLOPT_POST, 1);
curl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query($data));
$r = curl_exec($ch);
