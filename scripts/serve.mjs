// A small static server with the headers the planner should be hosted with. No dependencies.
//
//   node scripts/serve.mjs [--dir dist] [--host 127.0.0.1] [--port 8080] [--csp POLICY] [--plain]
//
// Port 0 takes a free one; the address is printed either way. `--csp` replaces the policy and
// `--plain` packs nothing: for tests.

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { CSP, HASHED } from './policy.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const PACKED_ALREADY = new Set(['.png', '.woff2', '.ico']);
const compress = promisify(brotliCompress);

/** Finds the file a request path means, or undefined: outside the folder, malformed, or a folder without index.html. */
export function locate(root, path) {
  let name;
  try {
    name = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (name.includes('\0') || name.includes('\\')) return undefined;
  const file = resolve(join(root, name.endsWith('/') ? `${name}index.html` : name));
  return file.startsWith(root + sep) ? file : undefined;
}

/** Makes a server of the files under `dir`. */
export function site({ dir, csp = CSP, plain = false }) {
  const root = resolve(dir);
  const cache = new Map();

  /** Reads a file once for each version of it on disk. */
  async function load(file) {
    const info = await stat(file);
    if (!info.isFile()) throw new Error('not a file');
    const known = cache.get(file);
    if (known?.mtime === info.mtimeMs && known.size === info.size) return known;
    const bytes = await readFile(file);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const entry = { mtime: info.mtimeMs, size: info.size, bytes, etag };
    cache.set(file, entry);
    return entry;
  }

  async function packed(entry) {
    entry.brotli ??= compress(entry.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
    return entry.brotli;
  }

  return createServer(async (request, response) => {
    const headers = {
      'Content-Security-Policy': csp,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    };
    const answer = (status, more, body) => {
      response.writeHead(status, { ...headers, ...more });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const refuse = (status, sentence, more = {}) =>
      answer(status, { 'Content-Type': TYPES['.txt'], 'Content-Length': Buffer.byteLength(sentence), ...more }, sentence);

    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'only GET\n', { Allow: 'GET, HEAD' });
      const file = locate(root, (request.url ?? '/').split('?')[0]);
      // A missing asset is a 404, never the page: a stale page must not get HTML where it expects wasm.
      const entry = file && (await load(file).catch(() => undefined));
      if (!entry) return refuse(404, 'not found\n');

      const type = extname(file);
      headers['Content-Type'] = TYPES[type] ?? 'application/octet-stream';
      headers.ETag = entry.etag;
      if (HASHED.test(file.slice(root.length))) headers['Cache-Control'] = 'public, max-age=31536000, immutable';
      const accepts = !plain && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      if (!PACKED_ALREADY.has(type)) headers.Vary = 'Accept-Encoding';
      if (request.headers['if-none-match'] === entry.etag) return answer(304, {});
      if (accepts && !PACKED_ALREADY.has(type)) {
        const body = await packed(entry);
        return answer(200, { 'Content-Encoding': 'br', 'Content-Length': body.length }, body);
      }
      return answer(200, { 'Content-Length': entry.bytes.length }, entry.bytes);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) refuse(500, 'the server failed\n');
      else response.destroy();
    }
  });
}

function main() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: 'dist' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8080' },
      csp: { type: 'string', default: CSP },
      plain: { type: 'boolean', default: false },
    },
  });
  const server = site(values);
  server.on('error', (error) => {
    const busy = error.code === 'EADDRINUSE';
    console.error(busy ? `port ${values.port} is taken: choose another with --port (or PORT=… make serve)` : error.message);
    process.exit(1);
  });
  server.listen(Number(values.port), values.host, () => {
    console.log(`Open http://${values.host}:${server.address().port}/`);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
