// The licences of everything that is compiled into the program, from `cargo metadata` and the crates' own files:
// licences.json for the page `#/settings/privacy`, licences.html with the words of each.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escape, page } from './reading.mjs';

const TARGET = 'wasm32-unknown-unknown';

/** What cargo knows of the crates, for the target of the browser, without a network. */
export function metadata(source) {
  const asked = ['metadata', '--format-version=1', '--locked', '--offline', `--filter-platform=${TARGET}`];
  return JSON.parse(execFileSync('cargo', asked, { cwd: source, maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

/** The crates that `root` needs to run, not those that only build or test it. */
export function shipped({ packages, resolve }, root) {
  const byId = new Map(packages.map((found) => [found.id, found]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const start = packages.find((found) => found.name === root && found.source === null);
  if (!start) throw new Error(`cargo metadata has no crate ${root}`);
  const seen = new Set();
  const queue = [start.id];
  while (queue.length > 0) {
    const id = queue.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      const isMacro = byId.get(pkg).targets.some((target) => target.kind.includes('proc-macro'));
      if (!isMacro && kinds.some(({ kind }) => kind === null)) queue.push(pkg);
    }
  }
  seen.delete(start.id);
  return [...seen].map((id) => byId.get(id)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The words of a crate's licence files. */
function texts(crate) {
  const dir = dirname(crate.manifest_path);
  const isLicence = (name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name);
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isLicence(entry.name))
    .map((entry) => readFileSync(join(dir, entry.name), 'utf8').trim());
}

/** The lines of the table; the standard library travels in every program and is in no manifest. */
function rows(crates) {
  const std = { name: 'std', version: '', licence: 'MIT OR Apache-2.0', home: 'https://www.rust-lang.org' };
  const row = ({ name, version, license, repository, homepage }) =>
    ({ name, version, licence: license ?? '', home: repository ?? homepage ?? '' });
  return [...crates.map(row), std];
}

/** Writes both files; fails on a crate that does not say its licence. */
export function writeLicences(dir, source, root = 'sferum-planner') {
  const crates = shipped(metadata(source), root);
  const silent = crates.filter((crate) => !crate.license && texts(crate).length === 0).map((crate) => crate.name);
  if (silent.length > 0) throw new Error(`no licence: ${silent.join(', ')}`);
  const list = rows(crates);
  writeFileSync(join(dir, 'licences.json'), `${JSON.stringify(list)}\n`);

  // Many crates carry the same words.
  const users = new Map();
  for (const crate of crates) {
    for (const text of texts(crate)) users.set(text, [...(users.get(text) ?? []), crate.name]);
  }
  const table = list
    .map(({ name, version, licence, home }) =>
      `<tr><th scope="row">${escape(name)} ${escape(version)}</th><td>${escape(licence)}</td><td>${escape(home)}</td></tr>`)
    .join('\n');
  const words = [...users]
    .map(([text, names]) => `<details><summary>${escape([...new Set(names)].join(', '))}</summary><pre>${escape(text)}</pre></details>`)
    .join('\n');
  const body = `<h1>Licences · <span lang="ru">Лицензии</span></h1>
<p>The planner is MIT or Apache-2.0, at your choice. It is built from these libraries.</p>
<p lang="ru">Планировщик распространяется по лицензии MIT или Apache-2.0 на ваш выбор. В него входят эти библиотеки.</p>
<div class="wide" tabindex="0" role="region" aria-label="Libraries"><table><thead><tr><th scope="col">Library</th><th scope="col">Licence</th><th scope="col">Where it comes from</th></tr></thead>
<tbody>
${table}
</tbody></table></div>
<h2>The words of the licences</h2>
${words}`;
  const html = page({ lang: 'en', title: 'Licences of the planner', home: './', back: 'Planner', body });
  writeFileSync(join(dir, 'licences.html'), html);
  return list;
}
