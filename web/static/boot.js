import init from "./wxwire_web.js";

init().catch((error) => {
  document.getElementById("app").textContent = `wxwire: ${error}`;
});
