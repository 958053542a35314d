// Loads what the page is made of, and names what does not load. Nothing from outside becomes markup.

const TOKEN = "wxwire-token";

// The token leaves the address at once, so that it gets into no history and no copied link.
const address = new URL(location.href);
const token = address.searchParams.get("token");
if (token !== null) {
  try {
    localStorage.setItem(TOKEN, token);
    address.searchParams.delete("token");
    history.replaceState(null, "", address);
  } catch {
    // Without a storage it stays in the address, where the page finds it.
  }
}

function add(parent, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}

function fail(file, error) {
  const box = document.getElementById("loading");
  if (!box) return;
  box.textContent = "";
  box.setAttribute("role", "alert");
  add(box, "p", `无法加载 ${file}。`);
  add(box, "p", `${file} did not load.`).lang = "en";
  add(box, "p", String(error));
  add(box, "button", "重试 / Try again").addEventListener("click", () => location.reload());
}

async function text(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}

// Runs one step of the start; says which file it was about when it fails.
async function load(file, step) {
  try {
    return await step();
  } catch (error) {
    fail(file, error);
    throw error;
  }
}

const catalog = load("catalog.json", () => text("./catalog.json"));
const asking = load("ask.js", () => import("./ask.js"));
const page = await load("wxwire_web.js", () => import("./wxwire_web.js"));
await load("wxwire_web_bg.wasm", () => page.default());
if (!page.open(await catalog, await asking)) fail("catalog.json", "");
