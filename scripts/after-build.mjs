// Finishes what Trunk built; Trunk runs it as its post_build hook, on the staging folder.
//
// - cuts the program into the part that starts and the parts that come when needed (split.mjs)
// - joins the style files into one
// - gives every file the page starts with a hash in its name, and an integrity attribute in the page
// - writes the worker's hashed name into <meta name="worker">
// - writes the handbook and the licences, which are read without the program
// - gives the build its identity and lists every file for the offline copy (sw.js)
// - fails when anything is left that the content security policy would block
//
// The page is our own index.html, so plain patterns are enough to read it; anything unexpected is an error.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHandbook } from './handbook.mjs';
import { writeLicences } from './licences.mjs';
import { seal } from './offline.mjs';
import { HASHED, META_CSP } from './policy.mjs';
import { split } from './split.mjs';

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Reads the attributes of one tag. */
export function attributes(tag) {
  const found = {};
  for (const [, name, , value] of tag.matchAll(/\s([a-z-]+)(=(?:"([^"]*)"))?/g)) found[name] = value ?? '';
  return found;
}

/** Joins every stylesheet of the page into one file, in the order of the links. */
export function joinStyles(html, dir) {
  const links = [...html.matchAll(/\n?[ \t]*<link rel="stylesheet"[^>]*>/g)].map((match) => match[0]);
  if (links.length === 0) throw new Error('index.html links no style file');
  const files = links.map((link) => attributes(link).href.replace(/^\.\//, ''));
  const css = files.map((file) => readFileSync(join(dir, file), 'utf8').trim()).join('\n\n') + '\n';
  if (css.includes('@import')) throw new Error('a style file uses @import: link the file in index.html instead');
  const name = `style-${hash(css)}.css`;
  for (const file of files) rmSync(join(dir, file));
  writeFileSync(join(dir, name), css);
  const tag = `\n  <link rel="stylesheet" href="./${name}" integrity="${integrity(css)}">`;
  return links.slice(1).reduce((page, link) => page.replace(link, ''), html.replace(links[0], tag));
}

/** Gives the three files of the worker a common hash and tells the page where the worker starts. */
export function hashWorker(html, dir) {
  const [js, wasm, loader] = ['worker.js', 'worker_bg.wasm', 'worker_loader.js'].map((file) => join(dir, file));
  if (![js, wasm, loader].every(existsSync)) throw new Error('Trunk wrote no worker.js, worker_bg.wasm, worker_loader.js');
  const name = `worker-${hash(Buffer.concat([readFileSync(js), readFileSync(wasm)]))}`;
  renameSync(js, join(dir, `${name}.js`));
  renameSync(wasm, join(dir, `${name}_bg.wasm`));
  rmSync(loader);
  writeFileSync(
    join(dir, `${name}_loader.js`),
    // Thrown outside of the promise, so that the page hears of it as the worker's error.
    `import init from './${name}.js';\n` +
      `init({ module_or_path: new URL('./${name}_bg.wasm', import.meta.url) })` +
      `.catch((error) => setTimeout(() => { throw error; }));\n`,
  );
  const tag = '<meta name="worker" content="./worker_loader.js">';
  if (!html.includes(tag)) throw new Error(`index.html has no ${tag}`);
  return html.replace(tag, `<meta name="worker" content="./${name}_loader.js">`);
}

/** Moves inline scripts into files: the reload client of `trunk serve` is one. */
export function moveInlineScripts(html, dir) {
  return html.replace(/<script((?:\s[^>]*)?)>([\s\S]+?)<\/script>/g, (whole, attrs, code) => {
    if (/\ssrc=/.test(attrs) || code.trim() === '') return whole;
    const name = `inline-${hash(code)}.js`;
    // Trunk's server fills these in, but only where it finds them in the page.
    const filled = code.replace("'{{__TRUNK_ADDRESS__}}'", 'location.host').replace("'{{__TRUNK_WS_BASE__}}'", "'/'");
    writeFileSync(join(dir, name), filled);
    return `<script${attrs} src="./${name}"></script>`;
  });
}

/**
 * Hashes the names of the page's own scripts, which come from public/ with plain names. One marked `data-plain` keeps
 * its name and has no seal: a page that is older than the site must find it and run it.
 */
export function hashScripts(html, dir) {
  return html.replace(/<script([^>]*)\ssrc="\.\/([^"]+)"([^>]*)>/g, (whole, before, file, after) => {
    if (after.includes(' data-plain')) return `<script${before} src="./${file}"${after.replace(' data-plain', '')}>`;
    const bytes = readFileSync(join(dir, file));
    const name = HASHED.test(file) ? file : file.replace(/\.js$/, `-${hash(bytes)}.js`);
    if (name !== file) renameSync(join(dir, file), join(dir, name));
    return `<script${before} src="./${name}" integrity="${integrity(bytes)}"${after}>`;
  });
}

/** Hands the integrity of the wasm to the loader. A preload link would fetch it twice: browsers do not match the two. */
export function wasmIntegrity(html, dir) {
  const wasm = /data-wasm="\.\/([^"]+)"/.exec(html)?.[1];
  if (!wasm) throw new Error('index.html names no wasm: the pattern_script of Trunk.toml is not in the page');
  return html
    .replace(/<link rel="preload"[^>]*as="fetch"[^>]*>/g, '')
    .replace(/(data-wasm="[^"]+")/, `$1 data-wasm-integrity="${integrity(readFileSync(join(dir, wasm)))}"`);
}

/** What the content security policy would block in a page. */
export function violations(html) {
  const text = html.replace(/<!--[\s\S]*?-->/g, '');
  const found = [];
  if (/<script(?![^>]*\ssrc=)[^>]*>/.test(text)) found.push('an inline script');
  if (/<style[\s>]/.test(text)) found.push('a <style> tag');
  if (/<base[\s>]/.test(text)) found.push('a <base> tag');
  if (/<[a-z][^>]*\sstyle=/.test(text)) found.push('a style attribute');
  if (/<[a-z][^>]*\son[a-z]+=/.test(text)) found.push('an event handler attribute');
  if (/(?:src|href)="(?:https?:)?\/\//.test(text)) found.push('an address of another site');
  return found;
}

function main() {
  const { TRUNK_STAGING_DIR: dir, TRUNK_SOURCE_DIR: source = '.', TRUNK_PROFILE: profile } = process.env;
  if (!dir) throw new Error('TRUNK_STAGING_DIR is not set: Trunk runs this script');
  const index = join(dir, 'index.html');
  let html = readFileSync(index, 'utf8');
  html = split(html, dir, profile);
  for (const step of [moveInlineScripts, joinStyles, hashWorker, wasmIntegrity, hashScripts]) html = step(html, dir);
  html = html.replace(/<!--[\s\S]*?-->\s*/g, '').replace(/\n\s*\n+/g, '\n');
  if (!html.includes(`content="${META_CSP}"`)) throw new Error('the policy of index.html is not that of scripts/policy.mjs');
  writeFileSync(index, html);
  writeHandbook(dir, join(source, 'docs/handbook'));
  writeLicences(dir, source);
  seal(dir, { isRelease: profile === 'release' });

  for (const file of readdirSync(dir, { recursive: true }).filter((name) => name.endsWith('.html'))) {
    const found = violations(readFileSync(join(dir, file), 'utf8'));
    if (found.length > 0) throw new Error(`${file} has ${found.join(', ')}: the content security policy blocks it`);
  }
}

if (process.env.TRUNK_STAGING_DIR) {
  try {
    main();
  } catch (error) {
    console.error(`after-build: ${error.message}`);
    process.exit(1);
  }
}
