// Keeps a whole copy of the program in the browser (sw.js), and tells the page of a new version. Nothing is replaced
// under a running page: the person is asked, the page saves first, then this tab alone loads anew.
//
// The page learns by attributes of <html> and the event `planner-offline`:
//   data-offline  ready: the program opens without a network · off: this address has no such copy
//   data-update   waiting: a new version is here · changed: another tab has switched to it
//   data-install  ready: the browser offers to install the app
// and answers by the events `planner-update` (saved; switch now) and `planner-install`.

const root = document.documentElement;
// Empty in a build for development: what is being worked on must never come from a copy.
const address = document.querySelector('meta[name=offline]')?.content;
const HOUR = 3_600_000;

function tell(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  dispatchEvent(new Event('planner-offline'));
}

/** Calls back when the worker has got that far. */
function when(worker, state, act) {
  if (worker.state === state) act();
  else worker.addEventListener('statechange', () => { if (worker.state === state) act(); });
}

async function keep(container) {
  const registration = await container.register(address, { scope: './', updateViaCache: 'none' });
  let hasAsked = false;
  let controller = container.controller;

  const look = () => {
    if (registration.active) when(registration.active, 'activated', () => tell('offline', 'ready'));
    if (registration.waiting && registration.active) tell('update', 'waiting');
  };
  registration.addEventListener('updatefound', () => {
    if (registration.installing) when(registration.installing, 'installed', look);
  });
  look();

  container.addEventListener('controllerchange', () => {
    const isFirst = !controller;
    controller = container.controller;
    if (hasAsked) location.reload();
    else if (isFirst) look();
    else tell('update', 'changed');
  });
  addEventListener('planner-update', () => {
    hasAsked = true;
    if (registration.waiting) registration.waiting.postMessage('switch');
    else location.reload();
  });

  // A page may stay open for weeks.
  let asked = Date.now();
  addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {}); // without a network there is nothing to ask
  });
}

let offer;
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer = event;
  tell('install', 'ready');
});
addEventListener('appinstalled', () => tell('install', ''));
addEventListener('planner-install', () => {
  offer?.prompt();
  offer = undefined;
  tell('install', '');
});

/** Waits until the program runs: its own files go first. */
const started = new Promise((go) => {
  if (root.dataset.boot === 'started') go();
  new MutationObserver(() => { if (root.dataset.boot === 'started') go(); })
    .observe(root, { attributes: true, attributeFilter: ['data-boot'] });
});

const container = navigator.serviceWorker;
if (!container || !address) {
  tell('offline', 'off');
} else {
  await started;
  // Out of space, or a host that lost a file: the page works on from the network, and the next visit tries again.
  await keep(container).catch(() => tell('offline', 'off'));
}
