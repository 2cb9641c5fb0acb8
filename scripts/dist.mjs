// The hosting kit: a folder that is ready to be served, and the same as a ZIP file, with digests of every file.
//
//   node scripts/dist.mjs [--from dist] [--to target/release-kit]
//
//   site/          the planner with the header files of static hosts inside
//   hosting/       nginx, Caddy, Apache, and what to do (the handbook's page)
//   SHA256SUMS     of every file in both; `sha256sum -c SHA256SUMS`
//   sferum-planner-VERSION-BUILD.zip and its .sha256 beside the folder

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { caddy, htaccess, netlify, nginx, underscoreHeaders, vercel } from './hosting.mjs';
import { files, identity } from './offline.mjs';
import { HASHED } from './policy.mjs';
import { zip } from './zip.mjs';

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Every file under a folder, hidden ones too, sorted. */
function all(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

/** Makes the kit; tells where it is and which build it holds. */
export function kit({ from, to, version, handbook }) {
  if (!existsSync(join(from, 'sw.js'))) throw new Error(`${from} holds no release build: run 'make build'`);
  const id = identity(from);
  const written = /<meta name="build" content="([^"]*)"/.exec(readFileSync(join(from, 'index.html'), 'utf8'))?.[1];
  if (written !== id) throw new Error(`${from} was changed after the build: it says ${written}, its files are ${id}`);
  const name = `sferum-planner-${version}-${id}`;
  const home = join(to, name);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(join(home, 'hosting'), { recursive: true });
  cpSync(from, join(home, 'site'), { recursive: true });
  const write = (path, text) => writeFileSync(join(home, path), text);
  write('site/_headers', underscoreHeaders(files(from).filter((file) => HASHED.test(file))));
  write('site/.htaccess', htaccess());
  write('site/vercel.json', vercel());
  write('site/netlify.toml', netlify());
  write('hosting/nginx.conf', nginx());
  write('hosting/Caddyfile', caddy());
  for (const lang of ['ru', 'en']) cpSync(join(handbook, lang, 'host.md'), join(home, 'hosting', `README.${lang}.md`));
  const sums = all(home).map((file) => `${digest(readFileSync(join(home, file)))}  ${file}\n`).join('');
  write('SHA256SUMS', sums);
  const packed = zip(all(home).map((file) => [`${name}/${file}`, readFileSync(join(home, file))]));
  writeFileSync(join(to, `${name}.zip`), packed);
  writeFileSync(join(to, `${name}.zip.sha256`), `${digest(packed)}  ${name}.zip\n`);
  return { id, name, home, zip: join(to, `${name}.zip`), sha256: digest(packed), bytes: packed.length };
}

function main() {
  const { values } = parseArgs({ options: { from: { type: 'string', default: 'dist' }, to: { type: 'string', default: 'target/kit' } } });
  const version = /^version = "([^"]+)"/m.exec(readFileSync('Cargo.toml', 'utf8'))?.[1] ?? '0';
  const made = kit({ ...values, version, handbook: 'docs/handbook' });
  console.log(`folder  ${made.home}\nzip     ${made.zip} (${(made.bytes / 1024).toFixed(0)} KB)\nsha256  ${made.sha256}\nbuild   ${made.id}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    console.error(`dist: ${error.message}`);
    process.exit(1);
  }
}
