// Writing a petition in the builder: what is wrong is said at its place, and nothing written is lost.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { once, page } from './browser.mjs';
import {
  askForSnippet,
  downloaded,
  inPreview,
  openBuilder,
  openFile,
  openNewBuilder,
  saidAt,
  texts,
  waitForTitle,
  writePetition,
} from './builder.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';

const core = 'the core says what is wrong with a draft';

/** @param {string} control @param {string} value that it has in the end */
const waitForValue = (control, value) =>
  page.waitFor(
    `${control} being ${value}`,
    (selector, wanted) => {
      const field = document.querySelector(selector);
      return field instanceof HTMLTextAreaElement && field.value === wanted;
    },
    control,
    value,
  );

test(
  'each mistake stands beside its control, and in a list that leads there',
  once(core),
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    await page.fill('#at-goal', '12x');
    await page.press('Tab');
    await page.waitForElement('#at-goal[aria-invalid]');
    assert.match(await saidAt('#at-goal'), /Write the goal as a whole number above 0/);
    assert.equal(await page.text('#count'), '1 thing to correct');
    assert.equal(await page.has('#copy:disabled'), true);
    await page.click('#summary summary');
    await page.click('#mistakes a');
    assert.equal(await page.focused(), '#at-goal');
    await askForSnippet(page);
    assert.match(await page.text('#no-snippet'), /^1 thing is missing/);
    await page.fill('#at-goal', '5000');
    await page.waitForElement('#copy:enabled');
    assert.equal(await page.text('#count'), 'Ready');
    assert.equal(await page.has('[aria-invalid]'), false);
    assert.equal(JSON.parse(await downloaded(page)).goal, 5000);
  },
);

test(
  'nothing is wrong before somebody has written something, or asks for the snippet',
  once(core),
  async () => {
    await openNewBuilder(page);
    assert.match(await page.text('#count'), /^\d+ answers to go$/);
    assert.equal(
      await page.has('[aria-invalid], .mistake:not(:empty), .warning:not(:empty)'),
      false,
    );
    await page.fill('#at-title', 'A');
    await page.fill('#at-title', '');
    await page.waitForElement('#at-title[aria-invalid]');
    assert.match(await saidAt('#at-title'), /Write a title\./);
    assert.equal(await page.has('#at-demands-0[aria-invalid]'), false);
    await askForSnippet(page);
    await page.waitForElement('#at-demands-0[aria-invalid]');
    assert.match(await saidAt('#at-demands-0'), /Write something here\./);
  },
);

test(
  'an addressee, headings and a conclusion have their places, in each language, and can be taken back',
  once(core),
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    const own = (/** @type {HTMLTextAreaElement} */ control) => control.placeholder;
    await page.waitFor('the heading of the box', () =>
      document.querySelector('#at-headings-demands')?.getAttribute('placeholder'),
    );
    assert.equal(await page.on('#at-headings-timeline', own), 'What has happened');
    await page.fill('#at-addressee', 'the mayor');
    await page.fill('#at-headings-demands', 'This is why:');
    await page.click('[data-at="/conclusion"] [data-add]');
    await page.fill('#at-conclusion-0', 'Thank *you*.');
    const written = JSON.parse(await downloaded(page));
    const { addressee, headings, conclusion } = written;
    assert.deepEqual(
      { addressee, headings, conclusion },
      {
        addressee: { en: 'the mayor' },
        headings: { demands: { en: 'This is why:' } },
        conclusion: [{ en: 'Thank *you*.' }],
      },
    );
    const names = Object.keys(written);
    assert.deepEqual(
      ['addressee', 'title', 'headings', 'demands', 'conclusion', 'fields'],
      names.filter((name) => !['petition', 'version', 'languages', 'controller'].includes(name)),
    );
    await page.click('#add-language');
    await page.fill('#language-tag', 'fr');
    await page.press('Enter');
    await page.waitForElement('#language-fr[aria-selected=true]');
    assert.equal(await page.value('#at-headings-demands'), '');
    await page.fill('#at-headings-demands', 'C\u2019est pourquoi\u00a0:');
    const both = { en: 'This is why:', fr: 'C\u2019est pourquoi\u00a0:' };
    assert.deepEqual(JSON.parse(await downloaded(page)).headings.demands, both);
    await page.fill('#at-headings-demands', '');
    await page.click('#language-en');
    await page.fill('#at-headings-demands', '');
    assert.equal('headings' in JSON.parse(await downloaded(page)), false);
    await page.click('#undo');
    await waitForValue('#at-headings-demands', 'This is why:');
  },
);

test(
  'a second language has its own texts, and what it lacks is told by its name',
  once(core),
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    await page.click('#add-language');
    await page.fill('#language-tag', 'not a tag');
    await page.press('Enter');
    await page.waitFor('what is wrong with the tag', () =>
      document.querySelector('#language-mistake')?.textContent?.includes('not known here'),
    );
    await page.fill('#language-tag', 'fr');
    await page.press('Enter');
    await page.waitForElement('#language-fr[aria-selected=true]');
    assert.equal(await page.value('#at-title'), '');
    await page.fill('#at-title', 'Gardez le train de nuit');
    await page.waitFor('fewer warnings', () =>
      document.querySelector('#count')?.textContent?.includes('4 things to look at'),
    );
    await page.click('#language-en');
    assert.equal(await page.focused(), '#language-en');
    assert.equal(await page.value('#at-title'), texts['#at-title']);
    await page.click('#summary summary');
    await page.click('#mistakes a');
    assert.equal(await page.has('#language-fr[aria-selected=true]'), true);
    assert.equal(await page.focused(), '#at-demands-0');
    assert.match(await saidAt('#at-demands-0'), /still to be written in this language/);
    const { title, languages } = JSON.parse(await downloaded(page));
    assert.deepEqual(languages, ['en', 'fr']);
    assert.deepEqual(title, { en: texts['#at-title'], fr: 'Gardez le train de nuit' });
  },
);

test('rows are added, moved and removed from the keyboard, and the focus stays with them', async () => {
  await openNewBuilder(page);
  await writePetition(page);
  await page.on('[data-at="/demands"] [data-add]', (button) => button.focus());
  await page.press('Enter');
  assert.equal(await page.focused(), '#at-demands-1');
  await page.type('And every night.');
  await page.on('[data-at="/demands"] [data-at="/1"] [data-move="-1"]', (button) => button.focus());
  await page.press('Enter');
  const places = () =>
    page.evaluate(() => {
      const row = document.activeElement?.closest('li');
      return [row?.dataset.at, document.activeElement?.textContent?.replace(/\s+/g, ' ').trim()];
    });
  assert.deepEqual(await places(), ['/0', '\u2193Move demand 1 down']);
  assert.equal(await page.value('#at-demands-0'), 'And every night.');
  assert.equal(await page.text('#says'), 'It is now demand 1 of 2.');
  await page.on('[data-at="/demands"] [data-at="/1"] [data-remove]', (button) => button.focus());
  await page.press('Enter');
  assert.deepEqual((await places())[0], '/0');
  await page.waitForElement('#copy:enabled');
  assert.deepEqual(JSON.parse(await downloaded(page)).demands, [{ en: 'And every night.' }]);
});

test(
  'the draft survives a reload; to start over asks first',
  once('what is kept is kept alike'),
  async () => {
    const endpoint = await openNewBuilder(page);
    await writePetition(page);
    await openBuilder(page, endpoint.url);
    for (const [control, text] of Object.entries(texts)) {
      assert.equal(await page.value(control), text);
    }
    await page.click('#start-over');
    await page.click('#question-dialog [value=no]');
    assert.equal(await page.value('#at-title'), texts['#at-title']);
    await page.click('#start-over');
    await page.click('#question-yes');
    await page.waitFor(
      'an empty title',
      () => /** @type {HTMLTextAreaElement} */ (document.querySelector('#at-title')).value === '',
    );
  },
);

test('a document with mistakes is opened, and they are told', once(core), async () => {
  await openNewBuilder(page);
  await page.fill('#at-title', texts['#at-title']);
  await openFile('[]');
  await page.waitFor('the refusal', () =>
    document.querySelector('#open-mistakes')?.textContent?.includes('no petition'),
  );
  await page.click('#open-dialog [data-close]');
  assert.equal(await page.value('#at-title'), texts['#at-title']);
  const { controller, ...others } = /** @type {any} */ (healthData());
  await openFile(JSON.stringify({ ...others, goal: -1, controller: { ...controller, name: '' } }));
  await page.waitForElement('#at-goal[aria-invalid]');
  await page.waitForElement('#at-controller-name[aria-invalid]');
  assert.equal(await page.text('#count'), '2 things to correct');
  assert.equal(await page.value('#at-title'), others.title.fr);
});

test(
  'whatever is written in a document, it is opened, and can be written anew',
  once(core),
  async () => {
    await openNewBuilder(page);
    for (const wild of [
      {
        title: 7,
        demands: 'one',
        timeline: [null, 3, 'x'],
        languages: 'fr',
        fields: {},
        consents: null,
      },
      {
        title: { en: [] },
        fields: [null, { name: 3 }, { kind: 'choice', options: 'a' }],
        languages: [1],
      },
      { controller: 'me', endpoint: 'there', consents: [null, { by: [] }], headings: [], goal: {} },
      {
        endpoint: { protocol: [], also: 3, names: [] },
        languages: ['en', 'en', ''],
        demands: [[]],
      },
      {},
    ]) {
      await openFile(JSON.stringify(wild));
      await page.waitForElement('#at-title[aria-invalid]');
      await page.fill('#at-title', texts['#at-title']);
      await page.waitForElement('#at-title:not([aria-invalid])');
      await page.waitFor('what else there is', () =>
        document.querySelector('#count')?.textContent?.includes('to correct'),
      );
    }
    const complaints = (await page.messages()).filter(({ kind }) => kind !== 'other');
    assert.deepEqual(complaints, []);
  },
);

test('a document from an address is taken, and comes out as it went in', once(core), async () => {
  const endpoint = await openNewBuilder(page);
  await page.click('#open');
  await page.fill('#open-address', `${endpoint.url}/petitions/health-data?lang=en`);
  await page.press('Enter');
  await page.waitForElement('#language-fr[aria-selected=true]');
  await page.waitForElement('#copy:enabled');
  assert.equal(await page.text('#count'), 'Ready');
  assert.deepEqual(JSON.parse(await downloaded(page)), healthData());
  await waitForTitle(page, 'Nos donn\u00e9es de sant\u00e9');
});

test('a step is taken back, and taken again', once('the draft is data'), async () => {
  await openNewBuilder(page);
  await page.fill('#at-demands-0', texts['#at-demands-0']);
  // The first press may find that the button has moved, as the mistakes above it go.
  while (!(await page.has('#at-demands-1'))) await page.click('[data-at="/demands"] [data-add]');
  await page.fill('#at-demands-1', 'And every night.');
  for (const index of [1, 0]) {
    await page.click(`[data-at="/demands"] [data-at="/${index}"] [data-remove]`);
  }
  assert.equal(await page.has('#at-demands-0'), false);
  assert.match(await page.text('#says'), /removed\. Undo/);
  await page.click('#undo');
  await waitForValue('#at-demands-0', texts['#at-demands-0']);
  await page.click('#undo');
  await waitForValue('#at-demands-1', 'And every night.');
  await page.click('#redo');
  await page.waitFor('one demand', () => !document.querySelector('#at-demands-1'));
  await page.click('#undo');
  // What was typed in one go.
  await page.click('#undo');
  await waitForValue('#at-demands-1', '');
  assert.equal(await page.value('#at-demands-0'), texts['#at-demands-0']);
});

test(
  'another document is another draft, and the one before it is in the list',
  once('it is a question of what is kept'),
  async () => {
    const endpoint = await openNewBuilder(page);
    await writePetition(page);
    await openFile(JSON.stringify(healthData()));
    await page.waitForElement('#language-fr[aria-selected=true]');
    await page.click('#open');
    const drafts = () =>
      page.on('#drafts', (list) =>
        [...list.querySelectorAll('[data-open]')].map(({ textContent }) => textContent),
      );
    assert.deepEqual((await drafts()).sort(), [
      texts['#at-title'],
      /** @type {any} */ (healthData()).title.fr,
    ]);
    await page.click('#drafts [data-open]:enabled');
    await waitForValue('#at-title', texts['#at-title']);
    await openBuilder(page, endpoint.url);
    assert.equal(await page.value('#at-title'), texts['#at-title']);
  },
);

test(
  'two tabs with one draft go on with one each',
  once('storage is alike in all engines'),
  async () => {
    const endpoint = await openNewBuilder(page);
    await page.fill('#at-title', 'The first');
    /** Runs in the page: what another tab does with the title. */
    const other = (/** @type {string | null} */ title) => {
      const tab = /** @type {Window} */ (Reflect.get(window, 'other'));
      const field = tab?.document.querySelector('#at-title');
      if (!field || !tab.document.querySelector('#count')?.textContent) return null;
      const { value } = /** @type {HTMLTextAreaElement} */ (field);
      if (title !== null) {
        /** @type {HTMLTextAreaElement} */ (field).value = title;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      return value;
    };
    await page.run('Object.assign(window, { other: open(location.href) }) && 1');
    assert.equal(await page.waitFor('the other tab', other, null), 'The first');
    await page.fill('#at-title', 'The first one');
    await page.waitFor('the other tab following', () => {
      const { document } = /** @type {Window} */ (Reflect.get(window, 'other'));
      return (
        /** @type {HTMLTextAreaElement} */ (document.querySelector('#at-title')).value ===
        'The first one'
      );
    });
    await page.evaluate(other, 'The second');
    await page.waitFor('this tab knowing', () =>
      document.querySelector('#kept')?.textContent?.includes('Another tab'),
    );
    assert.equal(await page.value('#at-title'), 'The first one');
    await page.run('other.close() ?? 1');
    await page.click('#open');
    assert.equal(
      await page.on('#drafts', (list) => list.textContent?.includes('The second')),
      true,
    );
    await openBuilder(page, endpoint.url);
    assert.equal(await page.value('#at-title'), 'The first one');
  },
);

test(
  'a browser that is full is said to keep nothing, and the file it offers opens again',
  once('storage is alike in all engines'),
  async () => {
    await openNewBuilder(page);
    assert.match(await page.text('#kept'), /is kept/);
    await page.evaluate(() => {
      for (let size = 2 ** 20; size >= 1; size /= 2) {
        try {
          for (let i = 0; i < 64; ++i) localStorage.setItem(`full-${size}-${i}`, 'x'.repeat(size));
        } catch {
          // The next smaller one.
        }
      }
    });
    await page.fill('#at-title', 'Half a petition');
    await page.waitForElement('#save-draft:not([hidden])');
    assert.match(await page.text('#kept'), /does not keep/);
    const leaves = () =>
      page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
    assert.equal(await leaves(), false);
    const file = await page.on('#save-draft', async (/** @type {HTMLAnchorElement} */ link) => {
      addEventListener('click', (event) => event.preventDefault(), { once: true });
      link.click();
      return (await fetch(link.href)).text();
    });
    assert.equal(await leaves(), true);
    await page.evaluate(() => localStorage.clear());
    await page.fill('#at-title', 'Another');
    await openFile(file);
    await waitForValue('#at-title', 'Half a petition');
  },
);

test(
  'the lines of a text are lines of the box, and markup is told at its place',
  once('the core reads the texts'),
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    await page.on('#at-demands-0', (/** @type {HTMLTextAreaElement} */ field) => {
      field.value = 'Every day:\nin summer\nin winter';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const lines = () =>
      page.on(inPreview('.demands li'), (demand) => {
        const range = document.createRange();
        range.selectNodeContents(demand);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      });
    await until(async () => (await lines().catch(() => 0)) === 3, 'three lines');
    for (const [text, found] of [
      ['a <b>bold</b> word', '<b>'],
      ['salt &amp; pepper', '&amp;'],
      ['for {{name}}', '{{'],
    ]) {
      await page.fill('#at-title', text);
      await page.waitFor(
        'the warning',
        (sign) => document.querySelector('#at-title-mistakes')?.textContent?.includes(`"${sign}"`),
        found,
      );
      assert.match(await page.text('#count'), /^1 thing to look at$/);
    }
    await page.fill('#setting-site', 'http://example.org');
    await page.waitFor('the warning', () =>
      document.querySelector('#setting-site-mistakes')?.textContent?.includes('https://'),
    );
    assert.equal(await page.has('#copy:enabled'), true);
  },
);
