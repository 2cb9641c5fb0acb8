// The offline copy: gives the finished build an identity, and writes sw.js with every file of it and its digest.
//
//   node scripts/offline.mjs DIR     writes sw.js anew for a folder that was changed after the build: for tests
//
// The copy is all of the folder but what is told below, so that nothing the program can ask for is missing in it.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Not in the copy: the worker itself, and what a host or a school lays beside the page. */
const APART = new Set(['sw.js', 'school.json']);

const WORKER = fileURLToPath(new URL('./service-worker.js', import.meta.url));

/** What a build for development puts in place of the worker: it takes an older one of the same address away. */
const NONE = `// A build for development keeps no offline copy, and removes one that is here.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const home = new URL('./', self.location).pathname;
  for (const name of await caches.keys()) if (name.startsWith(\`sferum-planner \${home} \`)) await caches.delete(name);
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: 'window' })) client.navigate(client.url);
})()));
`;

/** Every file of the copy, as addresses relative to the folder, sorted. */
export function files(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .filter((name) => !APART.has(name) && !name.split('/').some((part) => part.startsWith('.')))
    .sort();
}

/** The digests of the copy, in the form that a request carries. */
export function digests(dir) {
  const digest = (name) => createHash('sha256').update(readFileSync(join(dir, name))).digest('base64');
  return Object.fromEntries(files(dir).map((name) => [name, `sha256-${digest(name)}`]));
}

/** The identity of a build: what its files are. The page's own copy of it is left out. */
export function identity(dir) {
  const hash = createHash('sha256');
  for (const name of files(dir)) {
    const bytes = readFileSync(join(dir, name));
    const text = name === 'index.html' ? bytes.toString().replace(/(<meta name="build" content=")[^"]*/, '$1') : bytes;
    hash.update(`${name}\0${createHash('sha256').update(text).digest('hex')}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Fills an empty or older value of a `<meta>` of the page. */
function meta(html, name, value) {
  const pattern = new RegExp(`(<meta name="${name}" content=")[^"]*`);
  if (!pattern.test(html)) throw new Error(`index.html has no <meta name="${name}" content="">`);
  return html.replace(pattern, `$1${value}`);
}

/** Writes the identity into the page and the list into sw.js. Comes last: the list holds the page as it is then. */
export function seal(dir, { isRelease }) {
  const index = join(dir, 'index.html');
  if (!existsSync(index)) throw new Error(`${dir} holds no build`);
  writeFileSync(index, meta(readFileSync(index, 'utf8'), 'offline', isRelease ? './sw.js' : ''));
  const id = identity(dir);
  writeFileSync(index, meta(readFileSync(index, 'utf8'), 'build', id));
  const build = JSON.stringify({ id, files: digests(dir) }, undefined, 1);
  writeFileSync(join(dir, 'sw.js'), isRelease ? `const BUILD = ${build};\n${readFileSync(WORKER, 'utf8')}` : NONE);
  return id;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dir = process.argv[2];
  if (!dir) {
    console.error('usage: offline.mjs DIR');
    process.exit(2);
  }
  console.log(seal(dir, { isRelease: true }));
}
