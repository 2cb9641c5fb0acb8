// Tests of the offline copy: the list that the build writes, and the worker itself on a stand-in of the browser.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import vm from 'node:vm';
import { files, identity, seal } from './offline.mjs';

const folders = [];
after(() => folders.forEach((dir) => rmSync(dir, { recursive: true })));

const PAGE = '<meta name="build" content=""><meta name="offline" content=""><script src="./app-0123456789abcdef.js"></script>';

function folder(more = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'offline-'));
  folders.push(dir);
  mkdirSync(join(dir, 'handbook/ru'), { recursive: true });
  const all = { 'index.html': PAGE, 'app-0123456789abcdef.js': 'app', 'rescue.html': 'r', 'handbook/ru/index.html': 'h', ...more };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(dir, name), text);
  return dir;
}

test('the copy is every file of the build, and nothing a school lays beside it', () => {
  const dir = folder({ 'school.json': '{}', '.htaccess': 'x' });
  seal(dir, { isRelease: true });
  assert.deepEqual(files(dir), ['app-0123456789abcdef.js', 'handbook/ru/index.html', 'index.html', 'rescue.html']);
  const listed = JSON.parse(/const BUILD = ([\s\S]*?\n\});/.exec(readFileSync(join(dir, 'sw.js'), 'utf8'))[1]);
  assert.deepEqual(Object.keys(listed.files), files(dir));
  const digest = createHash('sha256').update(readFileSync(join(dir, 'index.html'))).digest('base64');
  assert.equal(listed.files['index.html'], `sha256-${digest}`);
  assert.match(readFileSync(join(dir, 'index.html'), 'utf8'), new RegExp(`name="build" content="${listed.id}"`));
});

test('the identity is that of the files: the same twice, another with one letter', () => {
  const [one, same, other] = [folder(), folder(), folder({ 'rescue.html': 'R' })];
  assert.equal(seal(one, { isRelease: true }), seal(same, { isRelease: true }));
  assert.equal(seal(one, { isRelease: true }), identity(one), 'sealing again changes nothing');
  assert.notEqual(identity(one), seal(other, { isRelease: true }));
});

test('a build for development keeps no copy and takes an old one away', () => {
  const dir = folder();
  seal(dir, { isRelease: false });
  assert.match(readFileSync(join(dir, 'index.html'), 'utf8'), /name="offline" content=""/);
  assert.match(readFileSync(join(dir, 'sw.js'), 'utf8'), /unregister/);
});

// --- the worker ------------------------------------------------------------------------------------------

/** A browser of a few lines: caches that outlive a worker, a network made of a folder's files. */
function browser(home = 'https://school.example/plan/') {
  const stores = new Map();
  const address = (request) => (typeof request === 'string' ? request : request.url);
  const open = (name) => {
    if (!stores.has(name)) stores.set(name, new Map());
    const store = stores.get(name);
    return {
      match: async (request) => store.get(address(request))?.clone(),
      put: async (request, answer) => void store.set(address(request), answer),
      delete: async (request) => store.delete(address(request)),
    };
  };
  const caches = { open: async (name) => open(name), keys: async () => [...stores.keys()], delete: async (name) => stores.delete(name) };
  const net = { files: {}, asked: [] };
  /** Answers as a browser does: the integrity of a request is checked, a failure is an error. */
  async function fetch(request, options = {}) {
    const url = new URL(address(request));
    const name = url.pathname.slice(new URL(home).pathname.length) || 'index.html';
    net.asked.push(`${name}${url.search}`);
    if (net.isDown) throw new TypeError('Failed to fetch');
    if (!(name in net.files)) return new Response('not found', { status: 404 });
    const expected = request.integrity ?? options.integrity;
    const actual = `sha256-${createHash('sha256').update(net.files[name]).digest('base64')}`;
    if (expected && expected !== actual) throw new TypeError('integrity');
    return new Response(net.files[name]);
  }
  /** Starts the worker of a build and gives what fires its events. */
  function start(dir) {
    const listeners = {};
    const self = {
      location: new URL('sw.js', home), clients: { claim: async () => { self.hasClaimed = true; } }, skipWaiting: () => { self.hasSkipped = true; },
      addEventListener: (name, act) => { listeners[name] = act; },
    };
    vm.runInNewContext(readFileSync(join(dir, 'sw.js'), 'utf8'), { self, caches, fetch, Request, Response, URL, Promise, Object, JSON });
    const life = (name) => { let work; listeners[name]({ waitUntil: (promise) => { work = promise; } }); return work; };
    const ask = (path, { mode = 'no-cors', method = 'GET' } = {}) => {
      let answer;
      const request = { url: new URL(path, home).href, method, mode };
      // Node's Request refuses mode "navigate"; the worker only reads it.
      listeners.fetch({ request, respondWith: (promise) => { answer = promise; } });
      return answer;
    };
    return { self, install: () => life('install'), activate: () => life('activate'), ask, say: (data) => listeners.message({ data }) };
  }
  const serve = (dir) => { net.files = Object.fromEntries([...files(dir), 'sw.js'].map((name) => [name, readFileSync(join(dir, name))])); };
  return { net, stores, start, serve, names: () => [...stores.keys()] };
}

const text = async (answer) => (await answer).text();

async function installed(dir) {
  const place = browser();
  place.serve(dir);
  const worker = place.start(dir);
  await worker.install();
  await worker.activate();
  return { ...place, worker };
}

function build(more) {
  const dir = folder(more);
  seal(dir, { isRelease: true });
  return dir;
}

test('without a network everything of the build opens', async () => {
  const dir = build();
  const { net, worker } = await installed(dir);
  net.isDown = true;
  for (const name of files(dir)) assert.equal(await text(worker.ask(name)), readFileSync(join(dir, name), 'utf8'), name);
  assert.match(await text(worker.ask('', { mode: 'navigate' })), /name="build"/);
  assert.equal(await text(worker.ask('handbook/ru/', { mode: 'navigate' })), 'h');
  assert.match(await text(worker.ask('?from=home', { mode: 'navigate' })), /name="build"/);
});

test('a copy with a file missing or altered is no copy, and the one before stays', async () => {
  const first = build();
  const { net, worker, names, serve, start } = await installed(first);
  const before = names();
  const second = build({ 'rescue.html': 'new', 'app-fedcba9876543210.js': 'new' });
  for (const name of files(second)) {
    for (const spoil of ['lost', 'altered']) {
      serve(second);
      if (spoil === 'lost') delete net.files[name];
      else net.files[name] = Buffer.from('<html>another page</html>');
      await assert.rejects(start(second).install(), `${name} ${spoil}`);
      assert.deepEqual(names(), before, `${name} ${spoil}`);
    }
  }
  net.isDown = true;
  assert.equal(await text(worker.ask('rescue.html')), 'r');
});

test('a new version waits until it is told, and the parts of the last one stay for open tabs', async () => {
  const place = await installed(build());
  const second = build({ 'rescue.html': 'new', 'app-fedcba9876543210.js': 'new' });
  rmSync(join(second, 'app-0123456789abcdef.js'));
  seal(second, { isRelease: true });
  place.serve(second);
  const worker = place.start(second);
  await worker.install();
  assert.equal(worker.self.hasSkipped, undefined, 'it does not switch by itself');
  worker.say('switch');
  assert.equal(worker.self.hasSkipped, true);
  await worker.activate();
  assert.equal(worker.self.hasClaimed, undefined, 'it takes no page that another version runs');
  place.net.isDown = true;
  assert.equal(await text(worker.ask('rescue.html')), 'new');
  assert.equal(await text(worker.ask('app-0123456789abcdef.js')), 'app', 'an open tab of the first version loads on');
  // The third one lets the first go.
  place.net.isDown = false;
  const third = build({ 'rescue.html': 'third' });
  place.serve(third);
  const last = place.start(third);
  await last.install();
  await last.activate();
  assert.equal(place.names().length, 2);
});

test('the staff edition comes from the network, and from the last answer without one', async () => {
  const { net, worker } = await installed(build());
  assert.equal((await worker.ask('school.json')).status, 404);
  net.files['school.json'] = Buffer.from('one');
  assert.equal(await text(worker.ask('school.json')), 'one');
  net.files['school.json'] = Buffer.from('two');
  assert.equal(await text(worker.ask('school.json')), 'two');
  net.isDown = true;
  assert.equal(await text(worker.ask('school.json')), 'two');
  // Taken off the site: gone here too.
  net.isDown = false;
  delete net.files['school.json'];
  assert.equal((await worker.ask('school.json')).status, 404);
  net.isDown = true;
  await assert.rejects(worker.ask('school.json'));
});

test('what is not of the program is none of its business', async () => {
  const { worker } = await installed(build());
  for (const path of ['../other/', 'nothing.txt', 'check.js?1', 'https://example.org/index.html']) assert.equal(worker.ask(path), undefined, path);
  assert.equal(worker.ask('index.html', { method: 'POST' }), undefined);
});

test('what the browser threw out of the copy comes from the network', async () => {
  const { worker, stores, names } = await installed(build());
  stores.get(names()[0]).clear();
  assert.equal(await text(worker.ask('rescue.html')), 'r');
  assert.equal(stores.get(names()[0]).size, 0, 'and is not put in beside nothing');
});
