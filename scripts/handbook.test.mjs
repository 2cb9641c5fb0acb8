// Tests of the handbook's renderer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inline, render } from './handbook.mjs';

test('what the handbook is written with', () => {
  const cases = [
    ['# Заголовок', '<h1 id="заголовок">Заголовок</h1>'],
    ['## Чаты класса {#chats}', '<h2 id="chats">Чаты класса</h2>'],
    ['Один\nабзац с **силой** и `кодом <b>`.', '<p>Один абзац с <strong>силой</strong> и <code>кодом &lt;b&gt;</code>.</p>'],
    ['- а\n- б\n  дальше', '<ul><li>а</li>\n<li>б дальше</li></ul>'],
    ['1. а\n2. б', '<ol><li>а</li>\n<li>б</li></ol>'],
    ['[дальше](./host.md#https)', '<p><a href="./host.html#https">дальше</a></p>'],
    ['![Обзор](../img/overview.webp)', '<figure><img src="../img/overview.webp" alt="Обзор" loading="lazy"></figure>'],
    ['```\n<a>\n\n**b**\n```', '<pre tabindex="0">&lt;a&gt;\n\n**b**</pre>'],
  ];
  for (const [markdown, html] of cases) assert.equal(render(markdown), html);
  assert.match(render('| a | b |\n| --- | --- |\n| 1 | **2** |'), /<th scope="col">a<\/th>.*<td><strong>2<\/strong><\/td>/s);
});

test('nothing of a page runs or leaves the site', () => {
  assert.equal(inline('<script>alert(1)</script>'), '&lt;script&gt;alert(1)&lt;/script&gt;');
  for (const to of ['https://example.org', 'javascript:alert(1)', '//example.org']) assert.throws(() => inline(`[x](${to})`), /leaves the site/);
});

test('markup that is not closed is an error, not a sign on the page', () => {
  for (const markdown of ['**x', '| a |\nno line', '```\nx', '# x\ny']) assert.throws(() => render(markdown), undefined, markdown);
});
