// What the form asks, part by part. What the core knows by name - fields, kinds, purposes, countries
// - it is asked for.

import { language, t } from './words.js';

/** @import { Settings } from './draft.svelte.js' */
/** @import { Json } from './pointer.js' */

/** The row of a list that a part stands in. @typedef {{ list: string, number: number }} Row */

/**
 * One part of the form. Its words are those of the key in "word", with ".hint" for its hint.
 * @typedef {object} Part
 * @property {string} [at] pointer, from that of the part around it
 * @property {keyof Settings} [setting] in place of it: a member of the draft's settings
 * @property {string} [word]
 * @property {string} [label] in place of the word's
 * @property {string} [hint] in place of the word's
 * @property {'line' | 'lines' | 'tick' | 'choice' | 'day' | 'json' | 'list' | 'fields' | 'group' |
 *   'beside' | 'more'} kind
 * @property {boolean} [translated] one text for each language
 * @property {boolean} [number]
 * @property {boolean} [address] of the web
 * @property {'date' | 'number' | 'contact' | 'address'} [tidied] what people may write in other ways than
 *   documents have it
 * @property {boolean} [name] that is no word of a language
 * @property {number} [rows]
 * @property {string} [stands] what the preview has in its place, while the core expects something;
 *   "[]": its label
 * @property {string} [own] key of the box's own words, where the text may stay empty
 * @property {string} [proposes] what has a name by this text (names.js)
 * @property {boolean} [inline] the label beside the control
 * @property {{ value: string, text: string }[]} [options] of a choice
 * @property {string} [usual] that a choice has where the document says nothing
 * @property {string} [part] of a tick: JSON of what it puts into the document; empty: an object.
 *   Without it, the tick is true or not there
 * @property {string} [list] what its rows are: a key of "rows"
 * @property {string} [item] of a list: JSON of a new one
 * @property {boolean} [others] of a list: only the items that the core does not know by name
 * @property {string} [names] the datalist of the control
 * @property {boolean} [ifThere] shown only where the document has it
 * @property {boolean} [goesWhenEmpty] of a group: the document has none without something in it
 * @property {boolean} [unseen] its legend is for those who do not see the page
 * @property {Part[]} [parts]
 */

/** @typedef {{ word: string, parts: Part[] }} Section */

/** @param {string} at @param {string} word @param {Partial<Part>} [more] @returns {Part} */
const line = (at, word, more) => ({ kind: 'line', at, word, ...more });

/** @param {string} at @param {string} word @param {Partial<Part>} [more] @returns {Part} */
const text = (at, word, more) => line(at, word, { translated: true, ...more });

/** @param {string} at @param {string} word @param {number} rows @param {Partial<Part>} [more] */
const texts = (at, word, rows, more) => text(at, word, { kind: 'lines', rows, ...more });

/** @param {string} at @param {string} list @param {string} item @param {Partial<Part>} [more] @returns {Part} */
const list = (at, list, item, more) => ({ kind: 'list', at, list, item, ...more });

/** @param {string} at @param {string} word @param {Part[]} parts @param {Partial<Part>} [more] @returns {Part} */
const group = (at, word, parts, more) => ({ kind: 'group', at, word, parts, ...more });

/** @param {Part[]} parts @returns {Part} */
const beside = (...parts) => ({ kind: 'beside', parts });

/** What few need, folded away. @param {Part[]} parts @returns {Part} */
const more = (...parts) => ({ kind: 'more', parts });

/** @param {string} at @param {string} word @param {string} [part] @returns {Part} */
const tick = (at, word, part) => ({ kind: 'tick', at, word, part });

/** @param {string} at @param {string} word @param {string[]} values @param {Partial<Part>} [more] @returns {Part} */
const choice = (at, word, values, more) => ({
  kind: 'choice',
  at,
  word,
  options: values.map((value) => ({ value, text: t(`${word}.${value}`) })),
  ...more,
});

const contact = () =>
  line('/contact', 'contact', {
    address: true,
    tidied: 'contact',
    stands: 'mailto:contact@example.org',
  });
const asking = (/** @type {Partial<Part>} */ more) =>
  choice('/ask', 'ask', ['box', 'yes_no'], { usual: 'box', ...more });
const optional = () => tick('/optional', 'optional');
const unseen = { unseen: true };
const ifThere = { ifThere: true };
const goes = { goesWhenEmpty: true };

/** @param {string[]} countries their codes @returns {Part} */
function initialCountry(countries) {
  const regions = new Intl.DisplayNames(language(), { type: 'region' });
  const options = countries
    .map((value) => ({ value, text: regions.of(value) ?? value }))
    .sort((one, other) => one.text.localeCompare(other.text, language()));
  const none = { value: '', text: t('initial.none') };
  return { ...choice('/initial', 'initial', [], { inline: true }), options: [none, ...options] };
}

/** @param {string} purpose of a consent that every box knows, and that is not to sign @returns {Part[]} */
const consentTo = (purpose) => [
  tick(`/=${purpose}`, `consent.${purpose}`, ''),
  group(
    `/=${purpose}`,
    `consent.${purpose}.part`,
    [
      texts('/statement', `consent.${purpose}.statement`, 2, { own: `consent_${purpose}` }),
      text('/hint', 'consent.hint'),
      asking({ inline: true }),
      ...(purpose === 'updates' ? secondQuestion() : []),
    ],
    { ...unseen, ...ifThere },
  ),
];

const secondQuestion = () => [
  tick('/second_question', 'second_question', ''),
  group(
    '/second_question',
    'second_question.part',
    [
      texts('/question', 'second_question.question', 2, { own: 'second_question' }),
      texts('/reassurance', 'second_question.reassurance', 2, {
        own: 'second_question.reassurance',
      }),
    ],
    { ...unseen, ...ifThere },
  ),
];

/**
 * @param {{ fields: string[], countries: string[], fieldKinds: string[], purposes: string[] }} known
 *   to the core
 * @param {Record<string, string>} box its words, in the language of the page
 */
export function formOf({ fields, countries, fieldKinds, purposes }, box) {
  const others = purposes.filter((purpose) => purpose !== 'sign');
  /** @type {Record<string, Part[]>} */
  const rows = {
    paragraph: [texts('', 'paragraph', 3, { stands: '[]' })],
    demand: [texts('', 'demand', 2, { stands: '[]' })],
    event: [
      beside(
        line('/date', 'date', { stands: '2000', name: true, tidied: 'date' }),
        line('/source', 'source', { address: true, tidied: 'address' }),
      ),
      texts('/text', 'what_happened', 2, { stands: '[]' }),
    ],
    news: [
      beside(
        line('/date', 'date', { stands: '2000', name: true, tidied: 'date' }),
        choice('/kind', 'news.kind', ['', 'delivered', 'answered']),
      ),
      texts('/text', 'what_happened', 2, { stands: '[]' }),
      line('/link', 'source', { address: true, tidied: 'address' }),
    ],
    field: [
      text('/label', 'field.label', { proposes: 'field', stands: '[]' }),
      beside(
        choice('/kind', 'field.kind', fieldKinds, { usual: 'line' }),
        line('/name', 'field.name', { name: true }),
      ),
      optional(),
      list('/options', 'option', '{}', ifThere),
    ],
    option: [
      beside(
        text('/label', 'option', { proposes: 'option', stands: '[]' }),
        line('/value', 'option.value', { name: true }),
      ),
    ],
    consent: [
      tick('/by', 'partner', ''),
      group(
        '/by',
        'partner.part',
        [
          text('/name', 'partner.name', { proposes: 'consent', stands: '[]' }),
          beside(
            contact(),
            line('/privacy_policy', 'partner.privacy_policy', {
              address: true,
              tidied: 'address',
              stands: 'https://example.org/privacy',
            }),
          ),
        ],
        { ...unseen, ...ifThere },
      ),
      beside(choice('/purpose', 'purpose', ['', ...others]), asking({})),
      texts('/statement', 'consent.statement', 2, { stands: '[]', own: 'purpose' }),
      beside(text('/hint', 'consent.hint'), line('/name', 'consent.name', { name: true })),
    ],
  };
  /** @type {Section[]} */
  const sections = [
    {
      word: 'petition',
      parts: [
        texts('/title', 'title', 2, { stands: '[]' }),
        text('/addressee', 'addressee'),
        group(
          '/organiser',
          'organiser',
          [
            text('/name', 'organiser.name', { stands: '[]' }),
            beside(
              line('/url', 'organiser.url', { address: true, tidied: 'address' }),
              line('/logo', 'logo', { address: true }),
            ),
          ],
          goes,
        ),
        group(
          '/picture',
          'picture',
          [
            line('/src', 'picture.src', { address: true }),
            text('/alt', 'picture.alt', { stands: '[]' }),
            beside(
              line('/width', 'picture.width', { number: true, tidied: 'number' }),
              line('/height', 'picture.height', { number: true, tidied: 'number' }),
            ),
          ],
          goes,
        ),
        list('/introduction', 'paragraph', '""', { word: 'introduction' }),
        texts('/headings/demands', 'headings.demands', 1, { own: 'demands' }),
        list('/demands', 'demand', '""', { word: 'demands' }),
        texts('/headings/timeline', 'headings.timeline', 1, { own: 'timeline' }),
        list('/timeline', 'event', '{}', { word: 'timeline' }),
        list('/conclusion', 'paragraph', '""', { word: 'conclusion' }),
        list('/news', 'news', '{}', { word: 'news' }),
        group('/share', 'share', [texts('/text', 'share.text', 3)], goes),
        group(
          '/next',
          'next_step',
          [
            texts('/reason', 'next_step.reason', 2),
            beside(
              text('/label', 'next_step.label', { stands: '[]' }),
              line('/url', 'next_step.url', {
                address: true,
                tidied: 'address',
                stands: 'https://example.org',
              }),
            ),
          ],
          goes,
        ),
        beside(
          line('/goal', 'goal', { number: true, tidied: 'number' }),
          line('/show_count_from', 'show_count_from', { number: true, tidied: 'number' }),
          line('/closes', 'closes', { kind: 'day' }),
        ),
        more(
          beside(
            line('/petition', 'name', { name: true, stands: 'petition' }),
            line('/version', 'version', { name: true, stands: '1' }),
            line('/time_zone', 'time_zone', { name: true }),
          ),
          line('/source_parameter', 'source_parameter', { name: true }),
        ),
      ],
    },
    {
      word: 'fields',
      parts: [
        group(
          '/fields',
          'fields.part',
          [{ kind: 'fields' }, list('', 'field', '{}', { word: 'fields.own', others: true })],
          unseen,
        ),
        more(tick('/order', 'order', '"as written"')),
      ],
    },
    {
      word: 'controller',
      parts: [
        group(
          '/controller',
          'controller.part',
          [
            text('/name', 'controller.name', { stands: '[]' }),
            beside(
              contact(),
              line('/privacy_policy', 'privacy_policy', { address: true, tidied: 'address' }),
            ),
            texts('/purpose', 'controller.purpose', 2, { stands: '[]' }),
            texts('/retention', 'controller.retention', 2, { stands: '[]' }),
          ],
          unseen,
        ),
      ],
    },
    {
      word: 'consents',
      parts: [
        group(
          '/consents',
          'consents.part',
          [
            texts('/=sign/statement', 'consent.sign.statement', 3, { own: 'consent_sign' }),
            ...others.flatMap(consentTo),
            list('', 'consent', '{"by":{}}', { word: 'consents.own', others: true }),
          ],
          { ...unseen, goesWhenEmpty: true },
        ),
      ],
    },
    { word: 'endpoint', parts: [] },
    { word: 'site', parts: [] },
  ];
  /** @type {{ name: string, label: string, parts: Part[] }[]} a tick for each, and what it brings */
  const knownFields = fields.map((name) => ({
    name,
    label: box[`field.${name}`] ?? name,
    parts: name === 'country' ? [initialCountry(countries)] : [],
  }));
  return { sections, rows, knownFields };
}

/** @param {string} pointer or the name of a setting, as "setting-site" @returns {string} id of the control or the part of the form */
export const idOf = (pointer) =>
  pointer.startsWith('setting-') ? pointer : `at${pointer.replace(/[^\w-]/g, '-')}`;

/** @param {Json} value @returns {string} the JSON of an object; a text that is none yet */
export function writtenAs(value) {
  if (typeof value === 'string') return value;
  return Object.keys(value ?? {}).length === 0 ? '' : JSON.stringify(value, null, 2);
}

/** @param {string} text @returns {Json} the object that it is the JSON of; else the text */
export function readAs(text) {
  if (text.trim() === '') return {};
  try {
    const value = JSON.parse(text);
    return value?.constructor === Object ? value : text;
  } catch {
    return text;
  }
}
