// Starts the program: fetches the two parts its own tag names, and keeps watch for a panic.
// `<html data-boot>` tells how far it got: file, unsupported, unloaded, started, fatal. check.js shows the messages.

const { planner } = window;
const root = document.documentElement;
const part = (id) => document.getElementById(id);

/** A panic ends the compiled program: nothing on the page works any more, so the page says it. */
function isPanic(error) {
  return error instanceof WebAssembly.RuntimeError;
}

addEventListener('error', (event) => { if (isPanic(event.error)) planner.show('fatal'); });
addEventListener('unhandledrejection', (event) => { if (isPanic(event.reason)) planner.show('fatal'); });

async function start() {
  const { js, wasm, wasmIntegrity } = part('boot').dataset;
  const base = document.baseURI;
  // Both parts travel at the same time; the integrity of the script is in its modulepreload link.
  const module_or_path = fetch(new URL(wasm, base), wasmIntegrity ? { integrity: wasmIntegrity } : {});
  module_or_path.catch(() => {}); // reported below, by init
  const { default: init } = await import(new URL(js, base));
  await init({ module_or_path });
}

if (!root.dataset.boot) {
  try {
    await start();
    if (root.dataset.boot !== 'fatal') planner.started();
  } catch (error) {
    if (isPanic(error)) planner.show('fatal');
    else planner.incomplete();
    throw error;
  }
}
