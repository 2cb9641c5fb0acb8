// Tests of the cut of the program: `node --test scripts/`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkScript, rename } from './split.mjs';

const LOADER = `import { initSync } from "./page.js";
const load = () => {
    const src = fetch(new URL("./split_areas.wasm", import.meta.url));
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
};
`;

test('a part is read whatever type the server gives it, and a missing one is a failure', async () => {
  const code = linkScript(LOADER);
  assert.doesNotMatch(code, /instantiateStreaming/);
  assert.match(code, /if \(!answer\.ok\) throw/);
  const instantiate = new Function(`${code.slice(code.indexOf('async function instantiate'))}; return instantiate;`)();
  await assert.rejects(instantiate(Promise.resolve({ ok: false, url: 'x.wasm', status: 404 })), /x\.wasm: 404/);
  const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0).buffer;
  const { instance } = await instantiate(Promise.resolve({ ok: true, arrayBuffer: async () => empty }), {});
  assert.ok(instance instanceof WebAssembly.Instance);
});

test('a loader that is not as it was stops the build', () => {
  assert.throws(() => linkScript('nothing'), /not cut/);
  assert.throws(() => linkScript(LOADER.replace('instantiateStreaming', 'compileStreaming')), /not as it was/);
});

test('scripts name each other by their new names', () => {
  const renamed = new Map([['page.js', 'page-1.js'], ['split_areas.wasm', 'part-areas-1.wasm'], ['page_bg.wasm', 'page-1.wasm']]);
  const code = rename(`${LOADER}new URL('page_bg.wasm', import.meta.url)`, renamed);
  assert.match(code, /from "\.\/page-1\.js"/);
  assert.match(code, /new URL\("\.\/part-areas-1\.wasm", import\.meta\.url\)/);
  assert.match(code, /new URL\('\.\/page-1\.wasm', import\.meta\.url\)/);
  const key = '"./__wasm_split.js": import1';
  assert.equal(rename(key, new Map([['__wasm_split.js', 'parts-1.js']])), key);
});
