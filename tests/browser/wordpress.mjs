// What WordPress keeps of what an author writes who may not write everything: wp_kses_post, of
// WordPress 6.8. It removes the tags of other elements and leaves what stands between them.

/** Each element that it keeps, with its own attributes. @type {Record<string, string>} */
const elements = {
  a: 'href rel rev name target download',
  area: 'alt coords href nohref shape target',
  audio: 'autoplay controls loop muted preload src',
  blockquote: 'cite',
  button: 'disabled name type value',
  col: 'align char charoff span valign width',
  colgroup: 'align char charoff span valign width',
  del: 'datetime',
  details: 'align open',
  font: 'color face size',
  hr: 'align noshade size width',
  img: 'alt align border height hspace loading longdesc vspace src usemap width',
  ins: 'datetime cite',
  label: 'for',
  li: 'align value',
  map: 'name',
  menu: 'type',
  ol: 'start type reversed',
  pre: 'width',
  q: 'cite',
  table: 'align bgcolor border cellpadding cellspacing rules summary width',
  tbody: 'align char charoff valign',
  td: 'abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width',
  textarea: 'cols rows disabled name readonly',
  tfoot: 'align char charoff valign',
  th: 'abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width',
  thead: 'align char charoff valign',
  tr: 'align bgcolor char charoff valign',
  track: 'default kind label src srclang',
  ul: 'type',
  video: 'autoplay controls height loop muted playsinline poster preload src width',
};

const withAlign = `article aside caption div figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup
  legend main nav p section span summary`;

const withoutAttributes = `abbr acronym address b bdo big br cite code dd dfn dl dt em fieldset i kbd
  mark rb rp rt rtc ruby s samp small strike strong sub sup title tt u var`;

for (const name of withAlign.split(/\s+/)) elements[name] = 'align';
for (const name of withoutAttributes.split(/\s+/)) elements[name] = '';

/** The attributes that it keeps of every element, besides those that begin with `data-`. */
const everywhere = new Set(
  `aria-controls aria-current aria-describedby aria-details aria-expanded aria-hidden aria-label
  aria-labelledby aria-live class dir hidden id lang style title role xml:lang`.split(/\s+/),
);

/** @param {string} html @returns {string} what is left of it */
export function keptByWordPress(html) {
  return html.replace(/<(\/?)([\w-]+)([^>]*)>/g, (_, slash, name, rest) => {
    const own = elements[name.toLowerCase()];
    if (own === undefined) return '';
    const kept = [...rest.matchAll(/\s([\w:-]+)(?:="[^"]*")?/g)].filter(
      ([, attribute]) =>
        everywhere.has(attribute) ||
        attribute.startsWith('data-') ||
        own.split(' ').includes(attribute),
    );
    return `<${slash}${name}${kept.map(([attribute]) => attribute).join('')}>`;
  });
}
