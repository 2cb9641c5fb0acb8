// Put into every page before its own scripts: acts on it through the DOM and tells how long it takes to show the result.
// A time runs from the event to the updated DOM, with layout forced.
{
  const one = (css) => document.querySelector(css);
  const NAME = '[data-testid=people-row] [data-col=name], .tabulator-row [tabulator-field=name]';
  const PHONE = '[data-testid=people-row] [data-col=phone], .tabulator-row [tabulator-field=phone]';
  const count = () => Number(one('[data-testid=people-count]')?.dataset.n ?? 0);
  const state = () => `${count()} ${one(NAME)?.textContent ?? ''}`;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const layout = () => document.body.offsetHeight;

  /** The moment from which on something is true, told by changes of the DOM alone. */
  const moment = (is) =>
    new Promise((resolve) => {
      const look = () => {
        if (!is()) return;
        observer.disconnect();
        layout();
        resolve(performance.now());
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });

  const settled = async () => {
    for (let before; before !== state(); await pause(250)) before = state();
    return state();
  };
  const write = (field, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const search = (text) => write(one('[data-testid=people-search]'), text);

  const memories = new Set();
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const inner = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await inner.apply(WebAssembly, all);
      for (const thing of Object.values((made.instance ?? made).exports)) {
        if (thing instanceof WebAssembly.Memory) memories.add(thing);
      }
      return made;
    };
  }
  const offer = URL.createObjectURL;
  let offered;
  URL.createObjectURL = (blob) => {
    if (offered) offered(performance.now());
    return offer.call(URL, blob);
  };
  let chosen;
  addEventListener('change', (event) => event.target.type === 'file' && (chosen = performance.now()), true);
  const events = [];
  new PerformanceObserver((list) => events.push(...list.getEntries())).observe({ type: 'event', durationThreshold: 16, buffered: true });
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  const started = moment(() => count() > 0 && one(NAME)).then((at) => at);

  window.bench = {
    /** From the navigation to the first rows. */
    start: () => started,
    /** From the navigation to the figures of the overview. */
    overview: () => moment(() => one('[data-testid=counts]')),
    /** What the list shows once it has come to rest after an act. */
    async learn(name, ...all) {
      bench.act[name](...all);
      return settled();
    },
    /** The time of an act until the list shows what it should. */
    async time(expected, name, ...all) {
      if (state() === expected) throw new Error(`nothing to wait for: ${expected}`);
      const from = performance.now();
      bench.act[name](...all);
      return (await moment(() => state() === expected)) - from;
    },
    act: {
      filter: (text) => search(text),
      sort: () => one('[data-testid=people-sort-name]').click(),
    },
    /** Opens an editor of the first person's phone and leaves a value in it. */
    async editor(phone) {
      const link = one(`${NAME.split(',')[0]} a`);
      if (link) {
        location.hash = link.getAttribute('href');
        await moment(() => one('[data-testid=person-edit]'));
        one('[data-testid=person-edit]').click();
      } else if (window.openEditor) {
        window.openEditor();
      } else {
        one(PHONE).dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
      }
      const css = '#person-phone, .tabulator-editing input';
      await moment(() => one(css));
      write(one(css), phone);
      await pause(300);
    },
    /** From the end of an edit until it is stored. */
    async commit() {
      const field = one('#person-phone, .tabulator-editing input');
      const line = one('[data-testid=save-state]');
      const stored = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (line.dataset.state === 'saved') resolve(performance.now());
        });
        observer.observe(line, { attributes: true });
      });
      const from = performance.now();
      const submit = one('dialog[open] button[type=submit]');
      if (submit) submit.click();
      else field.dispatchEvent(new Event('change', { bubbles: true }));
      return (await stored) - from;
    },
    /** From the choice of a file to its rows; a page that asks first is answered at once. */
    async open() {
      await moment(() => count() > 0 || one('[data-testid=act-replace]'));
      const first = performance.now() - chosen;
      const accept = one('[data-testid=act-replace]');
      if (!accept) return first;
      const from = performance.now();
      accept.click();
      return first + (await moment(() => one('[data-testid=counts]'))) - from;
    },
    /** The longest task of the page's thread since the last question; 0 where none took over 50 ms. */
    async longest() {
      await pause(300);
      return Math.max(0, ...tasks.splice(0).map((task) => task.duration));
    },
    async export() {
      const made = new Promise((resolve) => (offered = resolve));
      const from = performance.now();
      one('[data-testid=snapshot-export]').click();
      return (await made) - from;
    },
    /** Megabytes: the heap of JavaScript and the memory of wasm. */
    memory: () =>
      ([...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0) + performance.memory.usedJSHeapSize) / 1048576,
    /** The slowest of the keystrokes since the last question, from the key to the next picture. */
    async delay() {
      await pause(500);
      const keys = events.splice(0).filter((event) => event.name.startsWith('key') || event.name === 'input');
      return Math.max(0, ...keys.map((event) => event.duration));
    },
  };
}
