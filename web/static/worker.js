// Reads what the page asks about, beside it: so the page loads none of this until it is needed, and waits for nothing.

async function text(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: HTTP ${response.status}`);
  return response.text();
}

async function load() {
  const module = import("./wxwire_reader.js").then(async (module) => {
    await module.default();
    return module;
  });
  const [reader, reading] = await Promise.all([module, text("./reading.json")]);
  if (!reader.load(reading)) throw new Error("reading.json");
  return reader;
}

let loaded;

self.onmessage = async ({ data: { id, name, question, source } }) => {
  try {
    const reader = await (loaded ??= load());
    const bytes = source === undefined ? undefined : new Uint8Array(await new Blob([source]).arrayBuffer());
    self.postMessage({ id, answer: reader[name](question, bytes) });
  } catch (error) {
    self.postMessage({ id, error: String(error?.message ?? error) });
  }
};
