// What was pasted or opened, as the reader takes it: unpacked, and as UTF-8 where it is text. The browser has the tables that
// this takes, and the reader none of them. The same is told as the command tells it (`input/encoding.rs`).

// One byte more than is read: the reader says that it is too much.
const MOST = (16 << 20) + 1;

// How often one thing is packed in another.
const LAYERS = 4;

// So much of a text is searched for the paths of calls.
const SEARCHED = 1 << 20;

// The bytes of a text or a file, what they were read from, the outermost first, and the files of the calls that they name.
export async function decoded(source) {
  const isFile = source instanceof Blob;
  const blob = new Blob([source]);
  let bytes = new Uint8Array(await blob.slice(0, MOST).arrayBuffer());
  const layers = blob.size > MOST ? ["cut"] : [];
  for (let layer = 0; layer < LAYERS; layer++) {
    const inner = await unpacked(bytes);
    if (!inner) break;
    layers.push(...inner.names);
    bytes = inner.bytes;
  }
  const { name, text } = read(bytes);
  if (name !== "utf-8" || isFile || layers.length) layers.push(name);
  if (text !== undefined && name !== "utf-8") bytes = new TextEncoder().encode(text);
  return { bytes, as: layers.join(" "), files: (...about) => files(text ?? "", ...about) };
}

// The bytes inside of packed ones; of gzip in base64, too, which logs and consoles show.
async function unpacked(bytes) {
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) return named("gzip", await inflated(bytes, "gzip"));
  if ((first & 0x8f) === 8 && ((first << 8) | second) % 31 === 0 && !(second & 0x20)) {
    return named("deflate", await inflated(bytes, "deflate"));
  }
  const begins = String.fromCharCode(...bytes.subarray(0, 4));
  if (begins === "H4sI") {
    try {
      const text = atob(new TextDecoder().decode(bytes).replace(/\s/g, "").replace(/-/g, "+").replace(/_/g, "/"));
      const inner = await inflated(Uint8Array.from(text, (char) => char.charCodeAt(0)), "gzip");
      return inner && { names: ["base64", "gzip"], bytes: inner };
    } catch {
      return undefined;
    }
  }
  // Bare deflate has no mark of its own: what is no text and unpacks to its end is that.
  if (bytes.length && isBinary(bytes)) {
    const inner = await inflated(bytes, "deflate-raw");
    return inner && inner.length > bytes.length / 2 ? { names: ["deflate"], bytes: inner } : undefined;
  }
}

function named(name, bytes) {
  return bytes && { names: [name], bytes };
}

// What comes out, as far as it is read; nothing where it is not whole.
async function inflated(bytes, form) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(form)).getReader();
  const parts = [];
  let length = 0;
  try {
    while (length < MOST) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      length += value.length;
    }
  } catch {
    return undefined;
  }
  reader.cancel().catch(() => {});
  return new Uint8Array(await new Blob(parts).slice(0, MOST).arrayBuffer());
}

// Words in Chinese whose last character was cut to so many bytes: these can be one of GBK, and those before them cannot.
const CHINESE = "\\xb7\\u2010-\\u203b\\u2e80-\\u9fff\\uff00-\\uffef\\u{1f300}-\\u{1faff}";
const UNCUT = new RegExp(`[^\\0-\\x7f\\ufffd${CHINESE}]|(?<![${CHINESE}])\\ufffd|\\ufffd(?=[^\\0-\\x7f])`, "u");

// The name of what bytes are, and the text where they are one.
function read(bytes) {
  const wide = utf16(bytes);
  if (wide) return wide;
  const strict = decode("utf-8", bytes);
  if (strict !== undefined && !isBinary(bytes)) return misread(strict) ?? { name: "utf-8", text: strict };
  if (isBinary(bytes)) return { name: "bytes" };
  const lossy = new TextDecoder().decode(bytes);
  const broken = lossy.split("\ufffd").length - 1;
  const whole = lossy.replace(/[\0-\x7f\ufffd]/g, "").length;
  if (whole > 2 * broken || !UNCUT.test(lossy)) return { name: "utf-8!", text: lossy };
  const text = decode("gb18030", bytes);
  if (text === undefined) return { name: "utf-8!", text: lossy };
  // Almost all Chinese in use stands in the rows of GB2312.
  const high = bytes.reduce((count, byte) => count + (byte >= 0x80), 0);
  const isSure = high >= 4 && 20 * pairs(bytes) >= 9 * high;
  return { name: isSure ? "gb18030" : "gb18030?", text };
}

// UTF-8 that somebody read as GBK: what is not ASCII in it, written so again, is UTF-8, which no Chinese is by chance.
function misread(text) {
  const high = text.replace(/[\0-\x7f]/g, "");
  if (high.length < 4 || text.length > SEARCHED) return undefined;
  const bytes = [];
  for (const char of text) {
    const own = char < "\x80" ? [char.charCodeAt(0)] : gbk().get(char);
    if (!own) return undefined;
    bytes.push(...own);
  }
  const back = new TextDecoder().decode(Uint8Array.from(bytes));
  const broken = back.split("\ufffd").length - 1;
  const whole = back.replace(/[\0-\x7f\ufffd]/g, "").length;
  // Pairs of GBK are letters of other alphabets in UTF-8 by chance: Chinese came of Chinese.
  const isChinese = !new RegExp(`[^\\0-\\x7f\\ufffd${CHINESE}]`, "u").test(back);
  return whole >= 4 && broken * 3 <= whole && isChinese ? { name: "misread", text: back } : undefined;
}

// The bytes of GBK's characters, asked of the browser, which decodes and does not encode.
let table;

function gbk() {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder("gbk");
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const [char, more] = decoder.decode(Uint8Array.of(first, second));
      if (!more && char !== "\ufffd" && !table.has(char)) table.set(char, [first, second]);
    }
  }
  return table;
}

// UTF-16 by its mark; without one, where one byte of each pair is 0 often and the other never.
function utf16(bytes) {
  const sample = bytes.subarray(0, 64 << 10);
  const zeros = [0, 0];
  sample.forEach((byte, at) => (zeros[at % 2] += byte === 0));
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  const often = (count) => sample.length >= 8 && count * 8 >= sample.length;
  const guessed = !zeros[0] && often(zeros[1]) ? "utf-16le" : !zeros[1] && often(zeros[0]) ? "utf-16be" : "";
  const name = marked || guessed;
  const text = name && decode(name, bytes);
  if (!text || (!marked && isControl(text))) return undefined;
  return { name, text };
}

function decode(encoding, bytes) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

// What has control characters is no text: compressed, or a message in binary.
function isBinary(bytes) {
  return bytes.some((byte) => (byte < 32 && ![9, 10, 13, 27].includes(byte)) || byte === 127);
}

function isControl(text) {
  return /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/.test(text);
}

// How many pairs of bytes stand in the rows of GB2312, as it is read from the left.
function pairs(bytes) {
  let count = 0;
  for (let at = 0; at < bytes.length; at += bytes[at] >= 0x80 ? 2 : 1) {
    const [first, second] = [bytes[at], bytes[at + 1]];
    const isRow = (first >= 0xa1 && first <= 0xa9) || (first >= 0xb0 && first <= 0xf7);
    count += isRow && second >= 0xa1 && second <= 0xfe;
  }
  return count;
}

// The files of the calls whose paths a text names. Most calls are in files that the reader has not read yet; without those, a
// request would be of no call that is known.
async function files(text, index, knows) {
  const searched = text.slice(0, SEARCHED);
  // The names in paths, so that few paths are looked for.
  const words = new Set(searched.match(/(?<=[/.])\w+/g));
  if (!words.size) return [];
  const found = new Set();
  for (const { sections } of JSON.parse(await index())) {
    for (const { file, calls } of sections) {
      const isNamed = ([id, , , path]) => {
        const plain = path.split(/[{#]/)[0];
        const last = plain.match(/\w+/g)?.at(-1);
        return plain.length > 3 && words.has(last) && searched.includes(plain) && !knows(id);
      };
      if (calls.some(isNamed)) found.add(file);
    }
  }
  return [...found];
}
