// Reads and sends what the page asks for, beside it: so the page loads none of this until it is needed, and waits for nothing.
// A worker has the module that it is named for.

const MODULE = self.name;
const PASTES = MODULE === "wxwire_paste";

async function text(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  return response.text();
}

async function load() {
  const module = import(`./${MODULE}.js`).then(async (module) => {
    await module.default();
    return module;
  });
  const [reader, reading] = await Promise.all([module, text("./reading.json")]);
  if (!reader.load(reading)) throw new Error("reading.json");
  return reader;
}

let loaded;
const known = new Map();

// What the error codes of the gateways mean is a large table, fetched when the first is met. What sends is asked once, and so has
// it before.
const sends = ["send", "delegate"];
let codes;

async function learnCodes(reader) {
  try {
    if (!reader.load(await text("./codes.json"))) throw new Error("codes.json");
  } catch (error) {
    codes = undefined;
    throw error;
  }
}

async function ask(reader, name, ...question) {
  if (sends.includes(name)) await (codes ??= learnCodes(reader));
  const answer = await reader[name](...question);
  if (!reader.lacks_codes()) return answer;
  await (codes ??= learnCodes(reader));
  return reader[name](...question);
}

// Has the reader know the calls of a file, and their replies.
async function know(reader, file) {
  for (const part of await Promise.all([text(file), text(file.replace(".json", ".replies.json"))])) {
    if (!reader.load(part)) throw new Error(file);
  }
}

self.onmessage = async ({ data: { id, name, question, source, calls } }) => {
  try {
    const reader = await (loaded ??= load());
    const read = PASTES ? await (await import("./decode.js")).decoded(source) : { bytes: await bytes(source) };
    const named = PASTES ? await read.files(() => text("./calls.json"), reader.knows) : [];
    for (const file of [...calls.split(" ").filter(Boolean), ...named]) {
      if (!known.has(file)) known.set(file, know(reader, file));
      await known.get(file);
    }
    if (PASTES) self.postMessage({ reads: true });
    self.postMessage({ id, answer: name && (await ask(reader, name, question, read.bytes, read.as)) });
  } catch (error) {
    self.postMessage({ id, error: String(error?.message ?? error) });
  }
};

async function bytes(source) {
  return source === undefined ? undefined : new Uint8Array(await new Blob([source]).arrayBuffer());
}

// What breaks while something is awaited breaks here, too: so the page learns that there will be no answer.
self.onunhandledrejection = ({ reason }) => {
  throw reason;
};
