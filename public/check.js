// Runs first and everywhere, so it is written for old browsers: tells whether the program can start at all.
// Says so in the page instead of leaving it white. The buttons of the static messages work from here too.
(function () {
  'use strict';

  // An empty module with one type that mentions `externref`: what the compiled program needs of WebAssembly.
  var PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];

  function supported() {
    try {
      // Compiling, unlike validating, also meets the page's content security policy.
      new WebAssembly.Module(new Uint8Array(PROBE));
      return 'noModule' in document.createElement('script');
    } catch (_) {
      return false;
    }
  }

  var buttons = document.querySelectorAll('[data-reload]');
  for (var i = 0; i < buttons.length; i += 1) {
    buttons[i].addEventListener('click', function () { location.reload(); });
  }

  if (!supported()) {
    document.documentElement.setAttribute('data-boot', 'unsupported');
    document.getElementById('loading').hidden = true;
    document.getElementById('unsupported').hidden = false;
  }
})();
