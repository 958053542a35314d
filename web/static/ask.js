// What the page asks and does not wait for: its reader, servers, the clipboard. Each answers by a call of `take`, once, and
// never before it was asked.

// The reader's worker is started with the first question. One that failed is ended, so that the next question begins with
// a new one.

let worker;
let last = 0;
const asked = new Map();

function fail(error) {
  worker?.terminate();
  worker = undefined;
  const waiting = [...asked.values()];
  asked.clear();
  for (const { reject } of waiting) reject(error);
}

function start() {
  const started = new Worker("./worker.js", { type: "module" });
  const own = (then) => (event) => {
    if (started === worker) then(event);
  };
  started.onmessage = own(({ data: { id, answer, error } }) => {
    if (error !== undefined) return fail(error);
    asked.get(id)?.resolve(answer);
    asked.delete(id);
  });
  started.onerror = own((event) => fail(event.message || "worker.js"));
  return started;
}

// Takes what the reader's function of this name answers, or the error; what it reads may be text, or a file. It must know
// the calls of these files.
export function ask(take, name, question, source, calls) {
  new Promise((resolve, reject) => {
    const id = ++last;
    asked.set(id, { resolve, reject });
    worker ??= start();
    worker.postMessage({ id, name, question, source, calls });
  }).then(take, (error) => take(undefined, String(error)));
}

// Takes an answer: its text, its status and when to try again; nothing where there is none that may be read. Abroad, a
// redirect could send a message a second time, and credentials to somebody else.
export async function request(take, url, method, headers, body, abroad) {
  const careful = abroad ? { redirect: "error", credentials: "omit" } : {};
  let answer = [];
  try {
    const response = await fetch(url, { method, headers, body, ...careful });
    answer = [await response.text(), response.status, response.headers.get("Retry-After")];
  } catch {
    // A browser does not say why.
  }
  take(...answer);
}

// Takes whether the clipboard has the text now.
export async function copy(take, text) {
  const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  take(!!done);
}
