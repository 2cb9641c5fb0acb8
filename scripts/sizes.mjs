// Prints what the release build weighs, raw and brotli 11, beside the budget, and fails when the first load grows past
// the ceiling: the weight it has today. The ceiling goes down, until it is the budget; when it must go up, ARCHITECTURE
// says for what.
//
//   node scripts/sizes.mjs [dist]
//
// First load: index.html and everything it names, directly or through its scripts' imports. Parts of the program (src/ui/part.rs) and the worker load on demand.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const BUDGET_KB = 450;
const AIM_KB = 350;
const CEILING_KB = 594;

const dir = process.argv[2] ?? 'dist';
if (!existsSync(join(dir, 'index.html'))) {
  console.error(`${dir} holds no build: run 'make build'`);
  process.exit(1);
}

/** Every file under the folder, as paths relative to it. */
function files(folder = '.') {
  return readdirSync(join(dir, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(dir, path)).isDirectory() ? files(path) : [path];
  });
}

/** Files that `path` names: the page's tags, a script's imports. */
function named(path) {
  if (!/\.(html|js)$/.test(path)) return [];
  const text = readFileSync(join(dir, path), 'utf8');
  const pattern = path.endsWith('.html')
    ? /(?:<(?:link|script)[^>]*\s(?:href|src)|data-js|data-wasm)="\.?\/?([^"#]+)"/g
    : /\bimport\s[^;]*?from\s*['"](\.[^'"]+)['"]/g;
  const found = [...text.matchAll(pattern)].map(([, name]) => normalize(join(dirname(path), name)));
  // One tag carries both data-js and data-wasm, so the page's pattern runs over attributes too.
  const attributes = path.endsWith('.html') ? [...text.matchAll(/\bdata-(?:js|wasm)="\.\/([^"]+)"/g)].map(([, name]) => name) : [];
  return [...found, ...attributes];
}

function reach(start) {
  const seen = new Set();
  const queue = [start];
  while (queue.length > 0) {
    const path = queue.pop();
    if (seen.has(path) || !existsSync(join(dir, path))) continue;
    seen.add(path);
    queue.push(...named(path));
  }
  return seen;
}

function weigh(path) {
  const bytes = readFileSync(join(dir, path));
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { path, raw: bytes.length, brotli: brotli.length };
}

const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(9);

function table(title, paths) {
  const rows = paths.map(weigh).sort((a, b) => b.brotli - a.brotli);
  const total = rows.reduce((sum, row) => ({ raw: sum.raw + row.raw, brotli: sum.brotli + row.brotli }), { raw: 0, brotli: 0 });
  console.log(`${title.padEnd(52)}   raw KB  brotli KB`);
  for (const row of rows) console.log(`  ${row.path.padEnd(50)}${kb(row.raw)}  ${kb(row.brotli)}`);
  console.log(`  ${'total'.padEnd(50)}${kb(total.raw)}  ${kb(total.brotli)}\n`);
  return total.brotli / 1024;
}

const first = reach('index.html');
const rest = files().map((path) => normalize(path)).filter((path) => !first.has(path));
const total = table('First load', [...first]);
const parts = rest.filter((path) => /^(part|chunk)_?\S*\.wasm$/.test(path));
table('On demand: parts of the program', parts);
table('On demand: worker', rest.filter((path) => path.startsWith('worker-')));
table('On demand: other files', rest.filter((path) => !path.startsWith('worker-') && !parts.includes(path)));

const share = `${total.toFixed(1)} KB brotli; the budget is ${BUDGET_KB} KB, the aim ${AIM_KB} KB, the ceiling ${CEILING_KB} KB`;
if (total > CEILING_KB) {
  console.error(`sizes: the first load has grown: ${share}`);
  process.exit(1);
}
console.log(total > BUDGET_KB ? `sizes: OVER BUDGET, the first load is ${share}` : `sizes: ok, the first load is ${share}`);
