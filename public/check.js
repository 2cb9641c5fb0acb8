// Runs first and everywhere, so it is written for old browsers: tells whether the program can start at all, and asks
// for the page anew, once, when parts of it are gone. Its own name never changes: a page older than the site finds it.
// The buttons of the static messages work from here too.
(function () {
  'use strict';

  // An empty module with one type that mentions `externref`: what the compiled program needs of WebAssembly.
  var PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];
  var REPAIRED = 'sferum-planner.repaired';
  var root = document.documentElement;
  var isFile = location.protocol === 'file:';

  function supported() {
    try {
      // Compiling, unlike validating, also meets the page's content security policy.
      new WebAssembly.Module(new Uint8Array(PROBE));
      return 'noModule' in document.createElement('script');
    } catch (_) {
      return false;
    }
  }

  /** Leaves the page in a state, with the message of that name on screen. */
  function show(state) {
    root.setAttribute('data-boot', state);
    var loading = document.getElementById('loading');
    if (loading) loading.hidden = true;
    var message = document.getElementById(state);
    if (!message) return;
    message.hidden = false;
    var button = message.querySelector('button');
    if (button) button.focus();
  }

  /** Removes the copies of the program that this address keeps. Plans are in other storages and stay as they are. */
  function dropProgram() {
    var scope = new URL('./', document.baseURI);
    var work = [];
    if ('serviceWorker' in navigator) {
      work.push(navigator.serviceWorker.getRegistration(scope.href).then(function (registration) {
        return registration && registration.unregister();
      }));
    }
    if ('caches' in window) {
      work.push(caches.keys().then(function (names) {
        return Promise.all(names.map(function (name) {
          return name.indexOf('sferum-planner ' + scope.pathname + ' ') === 0 && caches.delete(name);
        }));
      }));
    }
    return Promise.all(work);
  }

  var isRepairing = false;

  /** Parts of the program are missing: asks for the page anew, past every copy of it; a second time says so. */
  function incomplete() {
    if (isRepairing || root.getAttribute('data-boot')) return;
    isRepairing = true;
    var isFirst = false;
    try {
      isFirst = !sessionStorage.getItem(REPAIRED);
      sessionStorage.setItem(REPAIRED, '1');
    } catch (_) { /* without a mark there is no telling a first time from a second */ }
    if (!isFirst || isFile || typeof fetch !== 'function') { show('unloaded'); return; }
    // Without a connection the copies of the program are all there is: they stay.
    fetch('./check.js?' + Date.now(), { cache: 'no-store' }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return dropProgram();
    }).then(function () {
      return fetch(location.pathname, { cache: 'reload' });
    }).then(function () { location.reload(); }, function () { show('unloaded'); });
  }

  window.planner = {
    show: show,
    incomplete: incomplete,
    started: function () {
      try { sessionStorage.removeItem(REPAIRED); } catch (_) { /* nothing was marked */ }
      show('started');
    }
  };

  // A script or a style that does not arrive, or is not what the page expects.
  addEventListener('error', function (event) {
    var target = event.target;
    var tag = target && target.tagName;
    if (tag === 'SCRIPT' || (tag === 'LINK' && /stylesheet|modulepreload/.test(target.rel))) incomplete();
  }, true);

  var buttons = document.querySelectorAll('[data-reload]');
  for (var i = 0; i < buttons.length; i += 1) {
    buttons[i].addEventListener('click', function () { location.reload(); });
  }

  if (isFile) {
    // Browsers take files for strangers to each other: even the style comes only without its seal.
    var sealed = document.querySelectorAll('link[rel=stylesheet][integrity]');
    for (var j = 0; j < sealed.length; j += 1) {
      var plain = document.createElement('link');
      plain.rel = 'stylesheet';
      plain.href = sealed[j].getAttribute('href');
      document.head.appendChild(plain);
    }
    show('file');
  } else if (!supported()) {
    show('unsupported');
  }
})();
