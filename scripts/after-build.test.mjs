// Tests of the build's last step: `node --test scripts/`.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { hashScripts, hashWorker, joinStyles, moveInlineScripts, violations, wasmIntegrity } from './after-build.mjs';

const folders = [];
after(() => folders.forEach((dir) => rmSync(dir, { recursive: true })));

function folder(files) {
  const dir = mkdtempSync(join(tmpdir(), 'after-build-'));
  folders.push(dir);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

test('styles are joined in the order of the links', () => {
  const dir = folder({ 'tokens-1.css': 'a{}', 'base-2.css': 'b{}' });
  const html = joinStyles('<link rel="stylesheet" href="./tokens-1.css" integrity="x"/>\n<link rel="stylesheet" href="./base-2.css"/>', dir);
  const name = /href="\.\/(style-[0-9a-f]{16}\.css)"/.exec(html)[1];
  assert.equal(readFileSync(join(dir, name), 'utf8'), 'a{}\n\nb{}\n');
  assert.equal(html.match(/<link/g).length, 1);
  assert.deepEqual(readdirSync(dir), [name]);
});

test('an import inside a style file is refused', () => {
  const dir = folder({ 'a-1.css': '@import "b.css";' });
  assert.throws(() => joinStyles('<link rel="stylesheet" href="./a-1.css"/>', dir), /@import/);
});

test('the worker gets one hash, and the page knows its name', () => {
  const dir = folder({ 'worker.js': 'w', 'worker_bg.wasm': '0', 'worker_loader.js': 'l' });
  const html = hashWorker('<meta name="worker" content="./worker_loader.js">', dir);
  const loader = /content="\.\/(worker-[0-9a-f]{16}_loader\.js)"/.exec(html)[1];
  const stem = loader.replace('_loader.js', '');
  assert.deepEqual(readdirSync(dir).sort(), [`${stem}.js`, `${stem}_bg.wasm`, loader].sort());
  assert.match(readFileSync(join(dir, loader), 'utf8'), new RegExp(`'./${stem}.js'[^]*'./${stem}_bg.wasm'`));
});

test('another worker gets another hash', () => {
  const name = (wasm) => hashWorker('<meta name="worker" content="./worker_loader.js">', folder({ 'worker.js': 'w', 'worker_bg.wasm': wasm, 'worker_loader.js': '' }));
  assert.notEqual(name('1'), name('2'));
});

test('an inline script moves into a file and keeps its attributes', () => {
  const dir = folder({});
  const html = moveInlineScripts('<script type="module">let a = 1;</script>', dir);
  const name = /^<script type="module" src="\.\/(inline-[0-9a-f]{16}\.js)"><\/script>$/.exec(html)[1];
  assert.equal(readFileSync(join(dir, name), 'utf8'), 'let a = 1;');
});

test('scripts with plain names get a hash and an integrity', () => {
  const dir = folder({ 'boot.js': 'x' });
  const html = hashScripts('<script type="module" src="./boot.js" id="boot"></script>', dir);
  assert.match(html, /^<script type="module" src="\.\/boot-[0-9a-f]{16}\.js" integrity="sha384-[^"]+" id="boot"><\/script>$/);
  assert.equal(existsSync(join(dir, 'boot.js')), false);
});

test('the loader learns the integrity of the wasm, and nothing fetches it twice', () => {
  const dir = folder({ 'app_bg.wasm': '0' });
  const html = wasmIntegrity('<link rel="preload" href="./app_bg.wasm" as="fetch"><script data-wasm="./app_bg.wasm"></script>', dir);
  assert.match(html, /^<script data-wasm="\.\/app_bg\.wasm" data-wasm-integrity="sha384-[^"]+"><\/script>$/);
});

test('what the policy would block is found', () => {
  const cases = [
    ['<script>1</script>', 'an inline script'],
    ['<style>a{}</style>', 'a <style> tag'],
    ['<base href="/">', 'a <base> tag'],
    ['<p style="color:red">', 'a style attribute'],
    ['<p onclick="x()">', 'an event handler attribute'],
    ['<img src="https://example.org/a.png">', 'an address of another site'],
    ['<script src="//example.org/a.js"></script>', 'an address of another site'],
  ];
  for (const [html, expected] of cases) assert.deepEqual(violations(html), [expected], html);
  assert.deepEqual(violations('<!-- <style> --><script src="./a.js"></script><p data-on="x">on="y"</p>'), []);
});
