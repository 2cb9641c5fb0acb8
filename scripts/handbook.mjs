// The handbook: docs/handbook/{ru,en}/*.md → handbook/{ru,en}/*.html, with the pictures of docs/handbook/img.
//
// Reads the part of Markdown that the handbook uses: headings, paragraphs, lists, tables, code, pictures, links, bold.
// Anything else that looks like markup is an error, so that no page shows raw signs.

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { escape, page } from './reading.mjs';

/** The languages, with the words around a page. */
const LANGUAGES = {
  ru: { back: 'Открыть планировщик', other: 'English', contents: 'Руководство' },
  en: { back: 'Open the planner', other: 'Русский', contents: 'Handbook' },
};

/** The order of the pages; `index` comes first and names the others. */
export const PAGES = ['index', 'administrator', 'class-teacher', 'head', 'archivist', 'host'];

/** A heading's name in an address. */
const anchor = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

/** Code, pictures, links and bold of a line; everything else is only text. */
export function inline(text) {
  const kept = [];
  const keep = (html) => `\u0000${kept.push(html) - 1}\u0000`;
  const marked = text
    .replace(/`([^`]+)`/g, (_, code) => keep(`<code>${escape(code)}</code>`))
    .replace(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (_, alt, src) => keep(`<img src="${escape(src)}" alt="${escape(alt)}" loading="lazy">`))
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, label, to) => {
      if (/^([a-z]+:|\/\/)/i.test(to)) throw new Error(`a link that leaves the site: ${to}`);
      return keep(`<a href="${escape(to.replace(/\.md(?=#|$)/, '.html'))}">${escape(label)}</a>`);
    });
  const html = escape(marked).replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
  if (/\*\*|\]\(/.test(html)) throw new Error(`markup that is not closed: ${text}`);
  return html.replace(/\u0000(\d+)\u0000/g, (_, number) => kept[Number(number)]);
}

const cells = (line) => line.replace(/^\||\|$/g, '').split('|').map((cell) => inline(cell.trim()));

function table(lines) {
  const [head, rule, ...rows] = lines;
  if (!/^\|(\s*:?-+:?\s*\|)+$/.test(rule ?? '')) throw new Error(`a table without a line under its head: ${head}`);
  const row = (line, tag) => `<tr>${cells(line).map((cell) => `<${tag}>${cell}</${tag.split(' ')[0]}>`).join('')}</tr>`;
  return `<div class="wide" tabindex="0" role="region" aria-label="${cells(head)[0].replace(/<[^>]+>/g, '')}"><table><thead>${row(head, 'th scope="col"')}</thead><tbody>${rows.map((line) => row(line, 'td')).join('\n')}</tbody></table></div>`;
}

function list(lines) {
  const tag = /^\d/.test(lines[0]) ? 'ol' : 'ul';
  const items = [];
  for (const line of lines) {
    const item = /^(?:-|\d+\.) (.*)$/.exec(line);
    if (item) items.push(item[1]);
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return `<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join('\n')}</${tag}>`;
}

/** A block: lines between empty ones. */
function block(lines) {
  const [first] = lines;
  const heading = /^(#{1,3}) (.+)$/.exec(first);
  if (heading) {
    if (lines.length > 1) throw new Error(`an empty line is missing after: ${first}`);
    const level = heading[1].length;
    // `## Invites {#invites}`: the app leads to the mark, which is the same in both languages.
    const [, words, mark] = /^(.*?)(?: \{#([a-z-]+)\})?$/.exec(heading[2]);
    return `<h${level} id="${mark ?? anchor(words)}">${inline(words)}</h${level}>`;
  }
  if (first.startsWith('|')) return table(lines);
  if (/^(-|\d+\.) /.test(first)) return list(lines);
  if (/^!\[/.test(first)) return `<figure>${inline(lines.join(' '))}</figure>`;
  return `<p>${inline(lines.join(' '))}</p>`;
}

/** The body of a page, as HTML. */
export function render(markdown) {
  const blocks = [];
  let lines = [];
  let code;
  const end = () => {
    if (lines.length > 0) blocks.push(block(lines));
    lines = [];
  };
  for (const line of markdown.replace(/\r\n/g, '\n').split('\n')) {
    if (line.startsWith('```')) {
      if (code) {
        blocks.push(`<pre tabindex="0">${escape(code.join('\n'))}</pre>`);
        code = undefined;
      } else {
        end();
        code = [];
      }
    } else if (code) code.push(line);
    else if (line.trim() === '') end();
    else lines.push(line);
  }
  if (code) throw new Error('a block of code is not closed');
  end();
  return blocks.join('\n');
}

const title = (markdown) => /^# (.+)$/m.exec(markdown)?.[1] ?? '';

/** Writes the handbook into the folder of the build; fails where a page, a picture or a link's target is missing. */
export function writeHandbook(dir, docs) {
  const pictures = existsSync(join(docs, 'img')) ? readdirSync(join(docs, 'img')) : [];
  mkdirSync(join(dir, 'handbook/img'), { recursive: true });
  for (const name of pictures) copyFileSync(join(docs, 'img', name), join(dir, 'handbook/img', name));
  for (const [lang, words] of Object.entries(LANGUAGES)) {
    mkdirSync(join(dir, 'handbook', lang), { recursive: true });
    const sources = new Map(PAGES.map((name) => [name, readFileSync(join(docs, lang, `${name}.md`), 'utf8')]));
    for (const [name, markdown] of sources) {
      const body = render(markdown);
      for (const [, to] of body.matchAll(/(?:src|href)="([^"#]+)/g)) {
        const isThere = to.startsWith('../img/') ? pictures.includes(basename(to))
          : to.startsWith('../../') || sources.has(to.replace(/^\.\/|\.html$/g, ''));
        if (!isThere) throw new Error(`${lang}/${name}.md leads to ${to}, which is not there`);
      }
      const links = [...sources].map(([other, text]) =>
        `<li><a href="./${other}.html"${other === name ? ' aria-current="page"' : ''}>${escape(other === 'index' ? words.contents : title(text))}</a></li>`);
      const foreign = lang === 'ru' ? 'en' : 'ru';
      const nav = `<nav aria-label="${words.contents}"><ul>${links.join('')}<li><a href="../${foreign}/${name}.html" lang="${foreign}" hreflang="${foreign}">${words.other}</a></li></ul></nav>`;
      const html = page({ lang, title: title(markdown), home: '../../', back: words.back, nav, body });
      writeFileSync(join(dir, 'handbook', lang, `${name}.html`), html);
    }
  }
}
