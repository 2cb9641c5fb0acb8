// A public data grid as its documentation proposes to use it: virtual rows, its own filter, sorter and editor.

import { exported, read } from './peer.js';

const find = (id) => document.querySelector(`[data-testid=${id}]`);
const [search, count, saved] = ['people-search', 'people-count', 'save-state'].map(find);
const collator = new Intl.Collator('ru');
const stored = JSON.parse(localStorage.getItem('people') ?? '[]');

const grid = new Tabulator('#grid', {
  height: '700px',
  index: 'id',
  data: stored,
  columns: [
    { title: 'Имя', field: 'name', sorter: (a, b) => collator.compare(a, b) },
    { title: 'Класс', field: 'class' },
    { title: 'Роль', field: 'role' },
    { title: 'Телефон', field: 'phone', editor: 'input' },
  ],
});

function save() {
  localStorage.setItem('people', JSON.stringify(grid.getData()));
  saved.dataset.state = 'saved';
}

const told = () => {
  count.dataset.n = grid.getDataCount('active');
};
grid.on('tableBuilt', told);
grid.on('dataFiltered', (_, rows) => {
  count.dataset.n = rows.length;
});
grid.on('cellEdited', () => {
  saved.dataset.state = 'changed';
  save();
});
search.addEventListener('input', () => grid.setFilter('name', 'like', search.value));
find('people-sort-name').addEventListener('click', () => grid.setSort('name', 'asc'));
find('snapshot-file').addEventListener('change', async (event) => {
  await grid.setData(await read(event.target.files[0]));
  told();
  save();
});
find('snapshot-export').addEventListener('click', () => exported(grid.getData()));
// Opens the editor of the first row, as a click does.
window.openEditor = () => grid.getRows('active')[0].getCell('phone').edit(true);
