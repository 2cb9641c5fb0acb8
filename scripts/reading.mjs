// Pages that are only read: the handbook and the licences. Static, under the page's own policy, without a script.

import { META_CSP } from './policy.mjs';

/** A text inside HTML. */
export const escape = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * A page. `home` leads to the folder of index.html; `nav` and `body` are HTML.
 * @param {{ lang: string, title: string, home: string, back: string, nav?: string, body: string }} page
 */
export function page({ lang, title, home, back, nav = '', body }) {
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${META_CSP}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="no-referrer">
  <meta name="color-scheme" content="light dark">
  <title>${escape(title)}</title>
  <link rel="icon" type="image/svg+xml" href="${home}favicon.svg">
  <link rel="stylesheet" href="${home}reading.css">
</head>
<body>
<header class="top"><a href="${home}">${escape(back)}</a>${nav}</header>
<main>
${body}
</main>
</body>
</html>
`;
}
