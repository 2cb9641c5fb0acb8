// Cuts the page's program into the part that starts and the parts that come when they are needed (src/ui/part.rs).
//
// Trunk builds one file of WebAssembly and runs wasm-bindgen over it; the cut has to be made before that, on what the
// compiler wrote. So this makes the page's files once more, from the compiler's file: cut, bind, optimize, and puts them
// in the place of Trunk's. All of them carry one common hash, because they belong together and name each other.

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The functions of wasm-bindgen's loader and of the cut's loader must meet under these names. */
const PAGE = 'page';
const LINK = '__wasm_split.js';

/** What the compiler uses by default for this target, and every browser that public/check.js lets in knows. */
const FEATURES = ['bulk-memory', 'bulk-memory-opt', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'].map((name) => `--enable-${name}`);

const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const run = (tool, ...args) => execFileSync(tool, args, { stdio: ['ignore', 'ignore', 'inherit'] });

/** What the compiler wrote last for the page. */
export function compiled(profile, target = process.env.CARGO_TARGET_DIR ?? 'target') {
  const folder = profile === 'release' ? 'release' : 'debug';
  const path = join(target, 'wasm32-unknown-unknown', folder, 'sferum-planner.wasm');
  if (!existsSync(path)) throw new Error(`the compiler wrote no ${path}`);
  return path;
}

/**
 * The loader of the parts, as it is shipped: it takes any content type, as the loader of the page does, and a part that
 * the server does not have is a failure before it is read.
 */
export function linkScript(code) {
  const streaming = /WebAssembly\.instantiateStreaming\(src, imports\)/g;
  const parts = code.match(/new URL\("\.\/[^"]+\.wasm", import\.meta\.url\)/g) ?? [];
  if (parts.length === 0) throw new Error('the program was not cut into parts');
  if ((code.match(streaming) ?? []).length !== parts.length) throw new Error(`${LINK} is not as it was: read scripts/split.mjs`);
  return (
    `${code.replace(streaming, 'instantiate(src, imports)')}\n` +
    'async function instantiate(src, imports) {\n' +
    '  const answer = await src;\n' +
    '  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);\n' +
    '  return WebAssembly.instantiate(await answer.arrayBuffer(), imports);\n' +
    '}\n'
  );
}

/** Cuts, binds and, for a release, optimizes; the files are in the folder that is returned. */
export function make(wasm, profile) {
  const cut = mkdtempSync(join(tmpdir(), 'sferum-cut-'));
  const bound = mkdtempSync(join(tmpdir(), 'sferum-bound-'));
  run('wasm-split-cli', wasm, cut, '--out-name', PAGE);
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', bound, '--out-name', PAGE, join(cut, `${PAGE}.wasm`));
  for (const name of readdirSync(cut).filter((name) => name !== `${PAGE}.wasm`)) {
    const bytes = readFileSync(join(cut, name));
    writeFileSync(join(bound, name), name === LINK ? linkScript(bytes.toString('utf8')) : bytes);
  }
  if (profile === 'release') {
    for (const name of readdirSync(bound).filter((name) => name.endsWith('.wasm'))) {
      const path = join(bound, name);
      // The cut files do not tell which features they use; optimizing drops names and what nothing reaches.
      // Folded and inlined once more, it is smaller as it is and larger once it is packed for the journey.
      run('wasm-opt', '-Oz', '--skip-pass=code-folding', '--skip-pass=inlining-optimizing', ...FEATURES, '--strip-debug', '--strip-producers', path, '-o', path);
    }
  }
  rmSync(cut, { recursive: true });
  return bound;
}

/** Puts the cut program into the place of Trunk's, in the page and in the folder. */
export function split(html, dir, profile) {
  if (!/<link rel="modulepreload"[^>]*>/.test(html)) throw new Error('Trunk preloads no script: read scripts/split.mjs');
  const [, js] = /data-js="\.\/([^"]+)"/.exec(html) ?? [];
  const [, wasm] = /data-wasm="\.\/([^"]+)"/.exec(html) ?? [];
  if (!js || !wasm) throw new Error('index.html names no program: the pattern_script of Trunk.toml is not in the page');
  const made = make(compiled(profile), profile);
  const names = readdirSync(made).filter((name) => statSync(join(made, name)).isFile()).sort();
  const sum = createHash('sha256');
  for (const name of names) sum.update(name).update(readFileSync(join(made, name)));
  const hash = sum.digest('hex').slice(0, 16);
  const renamed = new Map(names.map((name) => [name, hashed(name, hash)]));
  for (const name of names) {
    const bytes = readFileSync(join(made, name));
    writeFileSync(join(dir, renamed.get(name)), name.endsWith('.js') ? rename(bytes.toString('utf8'), renamed) : bytes);
  }
  rmSync(made, { recursive: true });
  for (const name of [js, wasm]) rmSync(join(dir, name));
  return html
    .replace(/<link rel="modulepreload"[^>]*>/, preloads(dir, [`${PAGE}.js`, LINK].map((name) => renamed.get(name))))
    .replace(`data-js="./${js}"`, `data-js="./${renamed.get(`${PAGE}.js`)}"`)
    .replace(`data-wasm="./${wasm}"`, `data-wasm="./${renamed.get(`${PAGE}_bg.wasm`)}"`);
}

/** Links that fetch scripts early, and refuse them where they are not what was built. */
function preloads(dir, files) {
  const link = (file) => `<link rel="modulepreload" href="./${file}" crossorigin="anonymous" integrity="${integrity(readFileSync(join(dir, file)))}">`;
  return files.map(link).join('\n');
}

function hashed(name, hash) {
  const base = name.replace(/^__wasm_split/, 'parts').replace(/^split_/, 'part-').replace(/_bg\.wasm$/, '.wasm');
  return base.replace(/\.(js|wasm)$/, `-${hash}.$1`);
}

/**
 * Writes the new names of files where a script fetches the old ones. The name under which the program itself knows the
 * loader of its parts stays: it is a key, no address.
 */
export function rename(code, renamed) {
  return code.replace(/(\bfrom\s*|new URL\()(["'])(?:\.\/)?([^"']+)\2/g, (whole, before, quote, name) => {
    const to = renamed.get(name);
    return to ? `${before}${quote}./${to}${quote}` : whole;
  });
}
