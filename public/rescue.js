// The last resort: plain JavaScript, no wasm, nothing from the network. Reads what src/store/record.rs writes.
// Never deletes before the same bytes were downloaded and put into quarantine.
'use strict';
(() => {
  const OURS = 'sferum-planner/';
  const PLAN = OURS + 'plan/';
  const QUARANTINE = OURS + 'quarantine/';
  const LOCK = OURS + 'lock';
  const FORMAT = 'sferum-planner-rescue';
  const TEXTS = {
    ru: {
      title: 'Спасение данных',
      intro: document.querySelector('[data-text=intro]').textContent,
      plans: 'Планы', save: 'Скачать всё', saveNote: document.querySelector('[data-text=saveNote]').textContent,
      download: 'Скачать все записи', restore: 'Вернуть из файла',
      restoreNote: document.querySelector('[data-text=restoreNote]').textContent,
      file: 'Файл с записями', apply: 'Скачать нынешнее и вернуть из файла', records: 'Записи', place: 'Где',
      key: 'Ключ', what: 'Что это', revision: 'Правка №', date: 'Когда', size: 'Знаков', back: 'Открыть планировщик',
      language: 'English', local: 'быстрая копия', idb: 'основная копия', head: 'оглавление', base: 'план целиком',
      line: 'правка', wiped: 'пометка об удалении', kept: 'карантин', other: 'настройка', bad: 'не читается',
      locked: 'под замком', lock: 'замок',
      behind: 'План закрыт на замок: имён здесь не видно. Скачанные записи откроются парольной фразой, если вернуть их в этот браузер.',
      newer: 'от более новой версии',
      nothing: 'В этом браузере по этому адресу записей планировщика нет. Если план здесь был, проверьте, тот ли это браузер, пользователь компьютера и адрес страницы.',
      plan: (n, d, l) => `План, правка № ${n}, от ${d}; правок после него: ${l}`, planSave: 'Скачать план (.json)',
      packed: 'этот браузер не умеет распаковывать; скачайте все записи',
      blocked: (w, e) => `Не открывается ${w}: ${e}`, done: (n) => `Возвращено записей: ${n}. Откройте планировщик.`,
      wrong: 'Это не файл с записями этой страницы. Ничего не изменено.',
      failed: (e) => `Не получилось: ${e}. Скачанный файл цел, его можно вернуть ещё раз.`,
      saved: (n) => `Скачано записей: ${n}.`,
    },
    en: {
      title: 'Data rescue',
      intro: 'This page shows everything the planner keeps in this browser and saves it to a file. It works even if the planner itself does not open. Do not clear the site data: download everything first.',
      plans: 'Plans', save: 'Download everything', saveNote: 'One file with all records, word for word, the damaged ones too.',
      download: 'Download all records', restore: 'Restore from a file',
      restoreNote: 'First close the planner in all tabs. What is here now is downloaded and kept in quarantine; then the records of a file that this page made are put back.',
      file: 'File with records', apply: 'Download what is here and restore the file', records: 'Records', place: 'Where',
      key: 'Key', what: 'What', revision: 'Revision', date: 'When', size: 'Characters', back: 'Open the planner',
      language: 'Русский', local: 'boot copy', idb: 'durable copy', head: 'head', base: 'whole plan', line: 'change',
      wiped: 'deletion mark', kept: 'quarantine', other: 'setting', bad: 'unreadable', newer: 'from a newer version',
      locked: 'locked', lock: 'lock',
      behind: 'The plan is locked: no names are seen here. The downloaded records open with the passphrase once they are restored to a browser.',
      nothing: 'This browser has no records of the planner at this address. If there was a plan, check that this is the same browser, computer user and page address.',
      plan: (n, d, l) => `Plan, revision ${n}, of ${d}; changes after it: ${l}`, planSave: 'Download the plan (.json)',
      packed: 'this browser cannot unpack; download all records',
      blocked: (w, e) => `Cannot open the ${w}: ${e}`, done: (n) => `Records restored: ${n}. Open the planner.`,
      wrong: 'This is not a file made by this page. Nothing was changed.',
      failed: (e) => `It failed: ${e}. The downloaded file is whole and can be restored again.`,
      saved: (n) => `Records downloaded: ${n}.`,
    },
  };
  let language = 'ru';
  let copies = { local: {}, idb: {} };
  let errors = {};
  const t = () => TEXTS[language];
  const $ = (id) => document.getElementById(id);
  const make = (tag, text, name) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (name) element.className = name;
    return element;
  };
  const say = (text) => { $('status').textContent = text; };
  const why = (error) => (error && (error.message || error.name)) || String(error);
  const when = (ms) => new Date(Number(ms)).toLocaleString(language === 'ru' ? 'ru-RU' : 'en-GB');

  // Storage
  const request = (r) => new Promise((yes, no) => {
    r.onsuccess = () => yes(r.result);
    r.onerror = () => no(r.error);
  });
  // Opened without a version and without creating anything that the planner would not create itself.
  const openDatabase = () => new Promise((yes, no) => {
    const r = indexedDB.open('sferum-planner', 1);
    r.onupgradeneeded = () => r.result.createObjectStore('records');
    r.onsuccess = () => { r.result.onversionchange = () => r.result.close(); yes(r.result); };
    r.onerror = () => no(r.error);
    r.onblocked = () => no(new Error('blocked'));
  });
  const readLocal = () => {
    const found = {};
    for (let i = 0; i < localStorage.length; i += 1) {
      const key = localStorage.key(i);
      if (key.startsWith(OURS)) found[key] = localStorage.getItem(key);
    }
    return found;
  };
  const readDatabase = async () => {
    const database = await openDatabase();
    try {
      const store = database.transaction('records').objectStore('records');
      const [keys, values] = await Promise.all([request(store.getAllKeys()), request(store.getAll())]);
      return Object.fromEntries(keys.map((key, i) => [String(key), values[i]]));
    } finally {
      database.close();
    }
  };
  const writeDatabase = async (remove, put) => {
    const database = await openDatabase();
    try {
      await new Promise((yes, no) => {
        const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
        const store = transaction.objectStore('records');
        remove.forEach((key) => store.delete(key));
        Object.entries(put).forEach(([key, value]) => store.put(value, key));
        transaction.oncomplete = yes;
        transaction.onabort = () => no(transaction.error);
      });
    } finally {
      database.close();
    }
  };

  // Records: `SP1 kind …fields seal`, for bases and lines a line feed and the packed bytes.
  const parse = (key, value) => {
    if (key === LOCK) return { kind: 'lock' };
    if (typeof value === 'string' && value.startsWith('SP2 locked ')) return { kind: 'locked' };
    if (key.startsWith(QUARANTINE)) return { kind: 'kept' };
    if (!key.startsWith(PLAN)) return { kind: 'other' };
    const text = typeof value === 'string' ? value : '';
    const end = text.indexOf('\n');
    const f = (end < 0 ? text : text.slice(0, end)).split(' ');
    const format = /^SP(\d+)$/.exec(f[0]);
    if (!format) return { kind: 'bad' };
    if (format[1] !== '1') return { kind: 'newer' };
    if (f[1] === 'head' && f.length === 10) return { kind: 'head', revision: f[4], at: f[8] };
    if (f[1] === 'wiped') return { kind: 'wiped' };
    if ((f[1] !== 'base' && f[1] !== 'line') || f.length !== 12 || end < 0) return { kind: 'bad' };
    return {
      kind: f[1], plan: f[2], revision: f[4], at: f[6], encoding: f[7], length: Number(f[8]), stored: Number(f[9]),
      body: text.slice(end + 1),
    };
  };
  const unpack = async (record) => {
    if (record.encoding === 'p') return new Blob([record.body]);
    if (typeof DecompressionStream === 'undefined') throw new Error(t().packed);
    const bytes = new Uint8Array(record.stored);
    let bits = 0; let held = 0; let at = 0;
    for (let i = 0; i < record.body.length; i += 1) {
      bits = (bits << 15) | (record.body.charCodeAt(i) - 0x3400);
      held += 15;
      while (held >= 8 && at < bytes.length) { held -= 8; bytes[at] = bits >> held; at += 1; }
      bits &= (1 << held) - 1;
    }
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const blob = await new Response(stream).blob();
    if (blob.size !== record.length) throw new Error(t().bad);
    return blob;
  };

  // Files
  const stamp = () => new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-');
  const save = (blob, name) => {
    const link = make('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const count = () => Object.keys(copies.local).length + Object.keys(copies.idb).length;
  const downloadAll = () => {
    const file = { format: FORMAT, version: 1, at: new Date().toISOString(), address: location.href, errors, ...copies };
    save(new Blob([JSON.stringify(file)], { type: 'application/json' }), `planner-records-${stamp()}.json`);
    say(t().saved(count()));
  };
  const readFile = async (file) => {
    const data = JSON.parse(await file.text());
    const plain = (part) => part && typeof part === 'object' && !Array.isArray(part)
      && Object.entries(part).every(([key, value]) => key.startsWith(OURS) && typeof value === 'string');
    if (data.format !== FORMAT || !plain(data.local) || !plain(data.idb)) throw new Error(t().wrong);
    if (!Object.keys({ ...data.local, ...data.idb }).some((key) => key.startsWith(PLAN))) throw new Error(t().wrong);
    return data;
  };
  const digest = (text) => {
    // FNV-1a, 64 bits: only names the quarantined text, so that equal ones are kept once.
    let hash = 0xcbf29ce484222325n;
    for (let i = 0; i < text.length; i += 1) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
    return hash.toString(16).padStart(32, '0');
  };
  const restore = async () => {
    let data;
    try { data = await readFile($('file').files[0]); } catch (error) { say(t().wrong); return; }
    await load();
    downloadAll();
    const kept = {};
    for (const place of ['local', 'idb']) {
      for (const [key, value] of Object.entries(copies[place])) {
        if (key.startsWith(PLAN) && data[place][key] !== value && typeof value === 'string') {
          kept[`${QUARANTINE}${digest(key + '\n' + value)}/${key.slice(OURS.length)}`] = value;
        }
      }
    }
    const plan = (part) => Object.fromEntries(Object.entries(part).filter(([key]) => !key.startsWith(OURS + 'post')));
    const gone = (place) => Object.keys(copies[place]).filter((key) => key.startsWith(PLAN) && !(key in data[place]));
    try {
      // One transaction: quarantine, removal and restored records together, or nothing.
      await writeDatabase(gone('idb'), { ...kept, ...plan(data.idb) });
      if (!errors.local) {
        gone('local').forEach((key) => localStorage.removeItem(key));
        Object.entries(plan(data.local)).forEach(([key, value]) => localStorage.setItem(key, value));
      }
      await load();
      say(t().done(Object.keys(data.local).length + Object.keys(data.idb).length));
    } catch (error) {
      say(t().failed(why(error)));
    }
  };

  // The page
  const show = () => {
    document.documentElement.lang = language;
    document.querySelectorAll('[data-text]').forEach((element) => { element.textContent = t()[element.dataset.text]; });
    $('language').textContent = t().language;
    $('language').lang = language === 'ru' ? 'en' : 'ru';
    $('rows').replaceChildren();
    $('plans').replaceChildren();
    for (const place of ['idb', 'local']) {
      if (errors[place]) $('plans').append(make('li', t().blocked(t()[place], errors[place]), 'is-bad'));
      const records = Object.entries(copies[place]).sort(([a], [b]) => (a < b ? -1 : 1));
      const parsed = records.map(([key, value]) => ({ key, value, record: parse(key, value) }));
      for (const { key, value, record } of parsed) {
        const row = make('tr');
        const bad = record.kind === 'bad' ? 'is-bad' : undefined;
        const size = typeof value === 'string' ? key.length + value.length : '?';
        [t()[place], key, t()[record.kind], record.revision || '', record.at ? when(record.at) : '', size]
          .forEach((text) => row.append(make('td', text, bad)));
        $('rows').append(row);
        if (record.kind === 'base') {
          const after = parsed.filter((other) => other.record.kind === 'line' && Number(other.record.revision) > Number(record.revision));
          const item = make('li', `${t().plan(record.revision, when(record.at), after.length)} (${t()[place]}) `);
          const button = make('button', t().planSave);
          button.type = 'button';
          button.onclick = async () => {
            try {
              save(await unpack(record), `planner-plan-${record.revision}-${stamp()}.json`);
            } catch (error) {
              say(t().failed(why(error)));
            }
          };
          item.append(button);
          $('plans').append(item);
        }
      }
    }
    const isLocked = ['idb', 'local'].some((place) => LOCK in copies[place]);
    if (isLocked) $('plans').append(make('li', t().behind));
    if (count() === 0) $('plans').append(make('li', t().nothing));
  };
  const load = async () => {
    copies = { local: {}, idb: {} };
    errors = {};
    try { copies.local = readLocal(); } catch (error) { errors.local = why(error); }
    try { copies.idb = await readDatabase(); } catch (error) { errors.idb = why(error); }
    show();
  };
  $('language').onclick = () => { language = language === 'ru' ? 'en' : 'ru'; show(); };
  $('download').onclick = downloadAll;
  $('file').onchange = () => { $('apply').disabled = $('file').files.length === 0; };
  $('apply').onclick = restore;
  load();
})();
