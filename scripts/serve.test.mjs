// Tests of the static server: `node --test scripts/`.

import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { CSP } from './policy.mjs';
import { site } from './serve.mjs';

let folder;
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  const dir = join(folder, 'dist');
  mkdirSync(join(dir, 'empty'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(dir, 'index.html'), '<!DOCTYPE html><title>Школа</title>');
  writeFileSync(join(dir, 'app-0123456789abcdef.js'), 'export {};'.repeat(100));
  writeFileSync(join(dir, 'app-0123456789abcdef_bg.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(join(dir, 'rescue.js'), '1;');
  server = site({ dir });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
});

after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Asks with the path exactly as given: `fetch` would tidy `..` away. */
function get(path, { method = 'GET', headers = {} } = {}) {
  return new Promise((done, fail) => {
    request({ port: server.address().port, host: '127.0.0.1', path, method, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on('error', fail)
      .end();
  });
}

test('the page comes with every security header and is asked for again each time', async () => {
  const { status, headers, body } = await get('/');
  assert.equal(status, 200);
  assert.match(body.toString(), /Школа/);
  assert.equal(headers['content-security-policy'], CSP);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
  assert.equal(headers['cache-control'], 'no-cache');
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
});

test('only a hashed name is kept for ever', async () => {
  assert.match((await get('/app-0123456789abcdef.js')).headers['cache-control'], /immutable/);
  assert.match((await get('/app-0123456789abcdef_bg.wasm')).headers['cache-control'], /immutable/);
  assert.equal((await get('/rescue.js')).headers['cache-control'], 'no-cache');
});

test('types are exact', async () => {
  assert.equal((await get('/app-0123456789abcdef_bg.wasm')).headers['content-type'], 'application/wasm');
  assert.equal((await get('/rescue.js?v=1')).headers['content-type'], 'text/javascript; charset=utf-8');
});

test('what is missing is a 404 and never the page', async () => {
  for (const path of ['/app-ffffffffffffffff.js', '/school', '/empty', '/empty/', '/index.html/']) {
    const { status, headers, body } = await get(path);
    assert.equal(status, 404, path);
    assert.equal(body.toString(), 'not found\n', path);
    assert.equal(headers['content-security-policy'], CSP, path);
  }
});

test('nothing outside the folder is served', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..\\secret.txt', '/%00', '/%zz', '//../secret.txt']) {
    const { status, body } = await get(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body.toString(), /secret/, path);
  }
});

test('brotli is sent to those who accept it', async () => {
  const { headers, body } = await get('/app-0123456789abcdef.js', { headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(headers['content-encoding'], 'br');
  assert.equal(headers.vary, 'Accept-Encoding');
  assert.equal(brotliDecompressSync(body).toString(), 'export {};'.repeat(100));
  assert.equal((await get('/app-0123456789abcdef.js')).headers['content-encoding'], undefined);
});

test('an unchanged file is not sent twice', async () => {
  const first = await get('/');
  const again = await get('/', { headers: { 'if-none-match': first.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('nothing can be written', async () => {
  assert.equal((await get('/', { method: 'POST' })).status, 405);
  const head = await get('/', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.body.length, 0);
});
