// The offline copy of the program. The build writes `BUILD` above these lines: an identity, and every file with its
// digest. A copy is whole or not there: a version of the program is never mixed with another one.
//
// It holds the program only. Plans are in other storages, which it never opens.
'use strict';

const HOME = new URL('./', self.location).pathname;
const PREFIX = `sferum-planner ${HOME} `;
const OWN = `${PREFIX}${BUILD.id}`;
// The staff edition that a school may lay beside the page: newest first, the last one known without a network.
const EDITION = 'school.json';
const EDITION_COPY = `${PREFIX}edition`;

/** The cached name of an address of the program, or undefined where the address is not one. */
function fileOf(url) {
  if (url.origin !== self.location.origin || !url.pathname.startsWith(HOME)) return undefined;
  const path = decodeURI(url.pathname.slice(HOME.length));
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return Object.hasOwn(BUILD.files, name) ? name : undefined;
}

const addressOf = (name) => new URL(name, self.location).href;

/** Takes a file from the network; anything but exactly the file of this build is an error. */
async function take(cache, name) {
  const isHashed = /-[0-9a-f]{8,16}[._]/.test(name);
  const request = new Request(addressOf(name), {
    integrity: BUILD.files[name], cache: isHashed ? 'default' : 'no-cache', credentials: 'same-origin', redirect: 'follow',
  });
  const answer = await fetch(request);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  // A redirected answer may not be used for a page: it is told again without its history.
  const plain = answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
  await cache.put(addressOf(name), plain);
}

async function install() {
  const cache = await caches.open(OWN);
  try {
    await Promise.all(Object.keys(BUILD.files).map((name) => take(cache, name)));
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

/** The copies of the program, the oldest first. */
async function copies() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX) && name !== EDITION_COPY);
}

async function activate() {
  // Tabs that still show the version before may ask for its parts: one older copy stays.
  const old = (await copies()).filter((name) => name !== OWN);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
  if (old.length === 0) await self.clients.claim();
}

async function fromCopy(request, name) {
  const cache = await caches.open(OWN);
  // What the browser has thrown away comes from the network, and is not kept: the copy is whole or not used.
  return (await cache.match(addressOf(name))) ?? fetch(request);
}

/** A part of another version, for a tab that still shows it. */
async function fromAnyCopy(request) {
  for (const name of await copies()) {
    const found = await (await caches.open(name)).match(request);
    if (found) return found;
  }
  return fetch(request);
}

async function edition() {
  const cache = await caches.open(EDITION_COPY);
  const key = addressOf(EDITION);
  let answer;
  try {
    answer = await fetch(key, { cache: 'no-cache' });
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
  if (answer.ok) await cache.put(key, answer.clone());
  // Taken off the site: no copy of it stays here.
  else if (answer.status === 404 || answer.status === 410) await cache.delete(key);
  return answer;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => { if (event.data === 'switch') self.skipWaiting(); });
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname === HOME + EDITION) return event.respondWith(edition());
  // A question behind an address asks the site itself: the page looks so whether there is a connection.
  if (url.search !== '' && request.mode !== 'navigate') return;
  const name = fileOf(url);
  if (name) event.respondWith(fromCopy(request, name));
  else if (/-[0-9a-f]{8,16}[._]/.test(url.pathname)) event.respondWith(fromAnyCopy(request));
});
