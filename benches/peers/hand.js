// The bound of the measurements: the same list without a framework, with every trick that the planner uses too. A hundred
// rows are drawn at a time, keys for the search are prepared once, names are ranked once, a save writes one shard.

import { exported, read } from './peer.js';

const PAGE = 100;
const SHARD = 256;
const COLUMNS = ['name', 'class', 'role', 'phone'];
const find = (id) => document.querySelector(`[data-testid=${id}]`);
const [search, count, saved] = ['people-search', 'people-count', 'save-state'].map(find);
const body = document.querySelector('tbody');
const collator = new Intl.Collator('ru');

let people = [];
let keys = [];
let ranked; // places by name, made at the first sort
let isSorted = false;
let order = [];

function key(person) {
  return person.name.toLowerCase().replaceAll('ё', 'е');
}

function take(list) {
  people = list;
  keys = people.map(key);
  ranked = undefined;
  isSorted = false;
  show();
}

/** Names repeat their parts: each part is collated once, then whole names are compared by numbers. */
function byName() {
  const parts = people.map((person) => person.name.split(' '));
  const distinct = [...new Set(parts.flat())].sort(collator.compare);
  const rank = new Map(distinct.map((part, at) => [part, at]));
  const ranks = parts.map(([family, given, patronymic]) => (rank.get(family) * 4096 + rank.get(given)) * 4096 + (rank.get(patronymic) ?? 0));
  return people.map((_, at) => at).sort((a, b) => ranks[a] - ranks[b]);
}

function show() {
  const text = search.value.toLowerCase().replaceAll('ё', 'е');
  if (isSorted) ranked ??= byName();
  order = [];
  for (let at = 0; at < people.length; at += 1) {
    const place = isSorted ? ranked[at] : at;
    if (keys[place].includes(text)) order.push(place);
  }
  count.dataset.n = order.length;
  draw();
}

function draw() {
  const shown = order.slice(0, PAGE);
  while (body.rows.length > shown.length) body.lastChild.remove();
  while (body.rows.length < shown.length) {
    const row = body.insertRow();
    row.dataset.testid = 'people-row';
    for (const column of COLUMNS) row.insertCell().dataset.col = column;
  }
  shown.forEach((place, at) => {
    const person = people[place];
    const { cells } = body.rows[at];
    body.rows[at].dataset.place = place;
    COLUMNS.forEach((column, number) => {
      if (cells[number].textContent !== person[column]) cells[number].textContent = person[column];
    });
  });
}

function save(shard) {
  localStorage.setItem(`people/${shard}`, JSON.stringify(people.slice(shard * SHARD, (shard + 1) * SHARD)));
}

search.addEventListener('input', show);
find('people-sort-name').addEventListener('click', () => {
  isSorted = true;
  show();
});
body.addEventListener('change', (event) => {
  const place = Number(event.target.closest('tr').dataset.place);
  people[place] = { ...people[place], phone: event.target.value };
  event.target.remove();
  draw();
  saved.dataset.state = 'changed';
  save(Math.floor(place / SHARD));
  saved.dataset.state = 'saved';
});
body.addEventListener('dblclick', (event) => {
  const field = document.createElement('input');
  field.id = 'person-phone';
  field.value = event.target.textContent;
  event.target.replaceChildren(field);
});
find('snapshot-file').addEventListener('change', async (event) => {
  take(await read(event.target.files[0]));
  localStorage.clear();
  for (let shard = 0; shard * SHARD < people.length; shard += 1) save(shard);
  saved.dataset.state = 'saved';
});
find('snapshot-export').addEventListener('click', () => exported(people));

const stored = [];
for (let shard = 0; localStorage.getItem(`people/${shard}`) !== null; shard += 1) {
  stored.push(...JSON.parse(localStorage.getItem(`people/${shard}`)));
}
take(stored);
