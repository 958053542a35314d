// Asks the worker, which is started with the first question. One that failed is ended, so that the next question begins
// with a new one.

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

// What the reader's function of this name answers; what it reads may be text, or a file. It must know the calls of these
// files.
export function ask(name, question, source, calls) {
  return new Promise((resolve, reject) => {
    const id = ++last;
    asked.set(id, { resolve, reject });
    worker ??= start();
    worker.postMessage({ id, name, question, source, calls });
  });
}
