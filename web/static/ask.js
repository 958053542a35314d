// What the page asks and does not wait for: its readers, the files beside it, the clipboard. Each answers by a call of `take`,
// once, and never before it was asked.

// A reader's worker is started with the first question. One that failed is asked nothing more, so that the next question
// begins with a new one; what it has sent by then, it still waits for.

const PASTE = "wxwire_paste";
const current = {};
let last = 0;

// What was pasted before is read no further once that has taken so many milliseconds: nobody waits for it.
const LONG = 1000;

function start(module) {
  const worker = new Worker("./worker.js", { type: "module", name: module });
  const waiting = new Map();
  const own = { worker, waiting };
  const close = () => {
    if (own !== current[module] && !waiting.size) worker.terminate();
  };
  const fail = (error, isOver) => {
    if (own === current[module]) delete current[module];
    for (const [id, { sends, reject }] of waiting) {
      if (sends && !isOver(id)) continue;
      waiting.delete(id);
      reject(error);
    }
    close();
  };
  worker.onmessage = ({ data: { id, answer, error, reads } }) => {
    own.since = reads && performance.now();
    if (reads) return;
    if (error === undefined) {
      waiting.get(id)?.resolve(answer);
      waiting.delete(id);
      close();
    } else fail(error, (other) => other === id);
  };
  worker.onerror = (event) => fail(event.message || "worker.js", () => true);
  return own;
}

// Without a name of a function, the reader is only loaded. What is pasted has a module and a worker of its own: what is read
// there holds up no check and no send.
function put(question, sends) {
  const module = question.name === "explain" ? PASTE : "wxwire_reader";
  if (module === PASTE && performance.now() - current[PASTE]?.since > LONG) {
    current[PASTE].worker.terminate();
    current[PASTE].waiting.forEach(({ resolve }) => resolve());
    delete current[PASTE];
  }
  return new Promise((resolve, reject) => {
    const { worker, waiting } = (current[module] ??= start(module));
    const id = ++last;
    waiting.set(id, { resolve, reject, sends });
    worker.postMessage({ id, ...question });
  });
}

// Takes what the reader's function of this name answers, or the error; what it reads may be text, or a file. It must know
// the calls of these files.
export function ask(take, name, question, source, calls) {
  put({ name, question, source, calls }).then(take, (error) => take(undefined, String(error)));
}

// Takes what the reader's function of this name, which sends, answers. Before anything leaves, the reader is loaded: that
// this failed is told as the error. Whatever fails later may have left, and is told as no answer.
export function send(take, name, question, calls) {
  put({ calls }).then(
    () => put({ name, question, calls }, true).then(take, () => take()),
    (error) => take(undefined, String(error)),
  );
}

// Takes the text and the status of an answer of the server that the page is from, or nothing.
export async function get(take, url, headers) {
  let answer = [];
  try {
    const response = await fetch(url, { headers });
    answer = [await response.text(), String(response.status)];
  } catch {
    // A browser does not say why.
  }
  take(...answer);
}

// Takes a text once the clipboard has what it is to have, and nothing where it refuses.
export async function copy(take, text) {
  take(await navigator.clipboard?.writeText(text).then(() => "", () => undefined));
}
