// Starts the program: fetches the two parts its own tag names, and keeps watch for a panic.
// `<html data-boot>` tells how far it got: unsupported, unloaded, started, fatal.

const root = document.documentElement;
const part = (id) => document.getElementById(id);

/** Leaves the page in `state`, with the message of that name on screen if there is one. */
function show(state) {
  root.dataset.boot = state;
  part('loading').hidden = true;
  const message = part(state);
  if (!message) return;
  message.hidden = false;
  message.querySelector('button')?.focus();
}

/** A panic ends the compiled program: nothing on the page works any more, so the page says it. */
function isPanic(error) {
  return error instanceof WebAssembly.RuntimeError;
}

addEventListener('error', (event) => { if (isPanic(event.error)) show('fatal'); });
addEventListener('unhandledrejection', (event) => { if (isPanic(event.reason)) show('fatal'); });

async function start() {
  const { js, wasm, wasmIntegrity } = part('boot').dataset;
  const base = document.baseURI;
  // Both parts travel at the same time; the integrity of the script is in its modulepreload link.
  const module_or_path = fetch(new URL(wasm, base), wasmIntegrity ? { integrity: wasmIntegrity } : {});
  module_or_path.catch(() => {}); // reported below, by init
  const { default: init } = await import(new URL(js, base));
  await init({ module_or_path });
}

if (root.dataset.boot !== 'unsupported') {
  try {
    await start();
    if (root.dataset.boot !== 'fatal') show('started');
  } catch (error) {
    show(isPanic(error) ? 'fatal' : 'unloaded');
    throw error;
  }
}
