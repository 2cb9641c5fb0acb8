// The files a host needs: headers for static hosts, whole examples for nginx, Caddy and Apache. Written from the policy
// of policy.mjs, so that no example can say another one.
//
//   node scripts/hosting.mjs nginx LISTEN ROOT     prints the example for an address and a folder: for tests

import { pathToFileURL } from 'node:url';
import { CSP } from './policy.mjs';

/** Headers of every answer. HTTPS itself, with its certificate, is the host's. */
export const HEADERS = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Once a browser has seen it, it opens the site encrypted only; sent over https, ignored elsewhere. */
const HSTS = ['Strict-Transport-Security', 'max-age=31536000'];

/** A name with a digest never changes under that name; everything else is asked for anew. */
const FOREVER = 'public, max-age=31536000, immutable';
const ANEW = 'no-cache';

/** Names with a digest, the same pattern as policy.mjs in the dialects of the hosts. */
const HASHED = '-[0-9a-f]{8,16}[._]';

const pairs = [...Object.entries(HEADERS), HSTS];

/** Netlify and Cloudflare Pages. Their patterns know no digests: the names that carry one are listed. */
export function underscoreHeaders(hashed) {
  const block = (path, lines) => [path, ...lines.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  // These hosts let a page be asked for anew by themselves; a second value of the same header would only be added to it.
  return `${[block('/*', pairs), ...hashed.map((name) => block(`/${name}`, [['Cache-Control', FOREVER]]))].join('\n\n')}\n`;
}

/** Vercel. */
export function vercel() {
  const headers = (list) => list.map(([key, value]) => ({ key, value }));
  const file = {
    cleanUrls: false,
    trailingSlash: false,
    headers: [
      { source: '/(.*)', headers: headers(pairs) },
      { source: `/(.*)${HASHED.replace('[._]', '(\\.|_)')}(.*)`, headers: headers([['Cache-Control', FOREVER]]) },
    ],
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Netlify's own file: no pretty addresses, no rewritten pages. */
export function netlify() {
  return `[build]
  publish = "."

[build.processing]
  skip_processing = true
`;
}

/** Apache, in the folder itself. */
export function htaccess() {
  const set = pairs.map(([name, value]) => `  Header always set ${name} "${value}"`).join('\n');
  return `# Apache 2.4 with mod_headers and mod_mime. A missing file is 404, never the page.
Options -Indexes
DirectoryIndex index.html
FallbackResource disabled
AddType application/wasm .wasm
AddType application/manifest+json .webmanifest
AddCharset utf-8 .html .css .js .json .webmanifest .svg
<IfModule mod_headers.c>
${set}
  Header set Cache-Control "${ANEW}"
  <FilesMatch "${HASHED}">
    Header set Cache-Control "${FOREVER}"
  </FilesMatch>
</IfModule>
<IfModule mod_deflate.c>
  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/wasm image/svg+xml
</IfModule>
`;
}

/**
 * nginx: a server for a host name of its own. The values in capitals are the example's; the tests put others there.
 * `add_header` of an inner block replaces those of the outer one, hence the map.
 */
export function nginx({ listen = '443 ssl', name = 'planner.school.example', root = '/var/www/planner', tls = true } = {}) {
  const add = pairs.map(([key, value]) => `    add_header ${key} "${value}" always;`).join('\n');
  const certificate = `
    ssl_certificate     /etc/ssl/certs/planner.pem;
    ssl_certificate_key /etc/ssl/private/planner.key;
`;
  return `# nginx 1.18 or newer. To be included inside http { }.
map $uri $planner_cache {
    default                     "${ANEW}";
    "~${HASHED}"   "${FOREVER}";
}

server {
    listen ${listen};
    server_name ${name};
    root ${root};
    index index.html;
${tls ? certificate : ''}
    include /etc/nginx/mime.types;
    types { application/manifest+json webmanifest; application/wasm wasm; text/javascript js mjs; }
    charset utf-8;
    charset_types text/css text/javascript application/json application/manifest+json text/plain;

${add}
    add_header Cache-Control $planner_cache always;

    gzip on;
    gzip_types text/css text/javascript application/json application/wasm application/manifest+json image/svg+xml;
    gzip_vary on;

    # A missing file is 404, never the page: an open tab must not get HTML where it expects a program.
    absolute_redirect off;
    location / { try_files $uri $uri/ =404; }
    # What begins with a dot is not part of the site.
    location ~ /\\. { return 404; }
}
${tls ? `
server {
    listen 80;
    server_name ${name};
    return 301 https://$host$request_uri;
}
` : ''}`;
}

/** Caddy 2; it gets the certificate by itself. */
export function caddy() {
  const add = pairs.map(([key, value]) => `\t\t${key} "${value}"`).join('\n');
  return `# Caddy 2. Put the site's own host name in the first line.
planner.school.example {
\troot * /var/www/planner
\tencode zstd gzip
\theader {
${add}
\t\tCache-Control "${ANEW}"
\t}
\t@hashed path_regexp ${HASHED}
\theader @hashed Cache-Control "${FOREVER}"
\t@hidden path */.*
\trespond @hidden 404
\tfile_server
}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [example, listen, root] = process.argv.slice(2);
  if (example !== 'nginx' || !root) {
    console.error('usage: hosting.mjs nginx LISTEN ROOT');
    process.exit(2);
  }
  console.log(nginx({ listen, root, name: '_', tls: false }));
}
