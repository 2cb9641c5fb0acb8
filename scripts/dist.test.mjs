// Tests of the hosting kit: what is in it, that its digests hold, that every example says the one policy.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { kit } from './dist.mjs';
import { caddy, htaccess, nginx, underscoreHeaders, vercel } from './hosting.mjs';
import { seal } from './offline.mjs';
import { CSP, HASHED } from './policy.mjs';
import { crc32, zip } from './zip.mjs';

let folder;
let made;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-'));
  const from = join(folder, 'dist');
  mkdirSync(from);
  writeFileSync(join(from, 'index.html'), '<meta name="build" content=""><meta name="offline" content="">');
  writeFileSync(join(from, 'app-0123456789abcdef_bg.wasm'), Buffer.alloc(5000, 7));
  writeFileSync(join(from, 'app-0123456789abcdef.js'), 'export {};');
  for (const lang of ['ru', 'en']) {
    mkdirSync(join(folder, 'handbook', lang), { recursive: true });
    writeFileSync(join(folder, 'handbook', lang, 'host.md'), '# Хозяину сайта\n');
  }
  seal(from, { isRelease: true });
  made = kit({ from, to: join(folder, 'kit'), version: '1.2.3', handbook: join(folder, 'handbook') });
});

after(() => rmSync(folder, { recursive: true }));

test('the folder is ready to be served and says what it is', () => {
  const site = readdirSync(join(made.home, 'site'));
  for (const name of ['index.html', 'sw.js', '_headers', '.htaccess', 'vercel.json', 'netlify.toml']) assert.ok(site.includes(name), name);
  assert.deepEqual(readdirSync(join(made.home, 'hosting')).sort(), ['Caddyfile', 'README.en.md', 'README.ru.md', 'nginx.conf']);
  assert.match(made.name, /^sferum-planner-1\.2\.3-[0-9a-f]{16}$/);
});

test('every digest holds', () => {
  const lines = readFileSync(join(made.home, 'SHA256SUMS'), 'utf8').trim().split('\n');
  assert.ok(lines.length >= 10);
  for (const line of lines) {
    const [sum, file] = line.split('  ');
    assert.equal(createHash('sha256').update(readFileSync(join(made.home, file))).digest('hex'), sum, file);
  }
  assert.equal(readFileSync(`${made.zip}.sha256`, 'utf8'), `${createHash('sha256').update(readFileSync(made.zip)).digest('hex')}  ${made.name}.zip\n`);
});

/** Reads a ZIP file by its directory, as an unpacker does. */
function unzip(bytes) {
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  const found = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const [crc, packed, size, label] = [16, 20, 24].map((field) => bytes.readUInt32LE(at + field)).concat(bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.subarray(at + 46, at + 46 + label).toString();
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const text = inflateRawSync(bytes.subarray(start, start + packed));
    assert.equal(text.length, size, name);
    assert.equal(crc32(text), crc, name);
    found[name] = text;
    at += 46 + label;
  }
  return found;
}

test('the ZIP file holds the same folder', () => {
  const found = unzip(readFileSync(made.zip));
  for (const [name, text] of Object.entries(found)) {
    assert.deepEqual(text, readFileSync(join(folder, 'kit', name)), name);
  }
  assert.equal(Object.keys(found).length, readFileSync(join(made.home, 'SHA256SUMS'), 'utf8').trim().split('\n').length + 1);
});

test('a ZIP file is what other programs read', (t) => {
  try {
    execFileSync('unzip', ['-v'], { stdio: 'ignore' });
  } catch {
    t.diagnostic('no unzip here');
    return;
  }
  const file = join(folder, 'x.zip');
  writeFileSync(file, zip([['папка/файл.txt', Buffer.from('текст')], ['empty', Buffer.alloc(0)]]));
  assert.match(execFileSync('unzip', ['-t', file]).toString(), /No errors detected/);
});

test('crc32 is that of ZIP', () => {
  assert.equal(crc32(Buffer.from('123456789')), 0xcbf43926);
});

test('a folder that was changed after its build is not packed', () => {
  const from = join(folder, 'dist');
  writeFileSync(join(from, 'more.txt'), 'x');
  assert.throws(() => kit({ from, to: join(folder, 'kit'), version: '1', handbook: join(folder, 'handbook') }), /changed after the build/);
  rmSync(join(from, 'more.txt'));
});

test('every example says the one policy and keeps only hashed names', () => {
  for (const [name, text] of Object.entries({ nginx: nginx(), caddy: caddy(), htaccess: htaccess(), vercel: vercel(), headers: underscoreHeaders(['app-0123456789abcdef.js']) })) {
    assert.ok(text.includes(CSP), name);
    assert.match(text, /immutable/, name);
    assert.doesNotMatch(text, /Clear-Site-Data/i, name);
  }
  const rule = JSON.parse(vercel()).headers[1].source;
  const matches = (path) => new RegExp(`^${rule}$`).test(path);
  for (const path of ['/app-0123456789abcdef.js', '/app-0123456789abcdef_bg.wasm', '/index.html', '/check.js', '/sw.js']) {
    assert.equal(matches(path), HASHED.test(path), path);
  }
});
