// What ships, held against the table of what browsers can do, for the oldest that the build names.

import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { embed, fromTop } from '../browser/folders.mjs';
import { target } from '../../embed/target.mjs';

const require = createRequire(import.meta.url);
/** @type {any} */
const table = require('@mdn/browser-compat-data');

/** The names of the table for what the build calls chrome, firefox and safari. */
const variants = {
  chrome: ['chrome', 'chrome_android'],
  firefox: ['firefox', 'firefox_android'],
  safari: ['safari', 'safari_ios'],
};

/** What the browsers may lack, and why nothing is lost with it. @type {Record<string, string>} */
const spared = {
  'css :dir': 'the arrow of a link from right to left points to the other side',
  'css text-wrap': 'the lines of a heading are less even',
  'css field-sizing': 'a field of the builder is as high as its rows say',
  'css ::details-content': 'what is folded is not printed unless it was opened',
  'css content-visibility': 'the same',
  'css resize': 'a field is as high as its rows say, and scrolls',
  'css accent-color': 'a ticked box has its usual colour',
  'css user-select': 'the build writes the same with -webkit- before it',
  'css print-color-adjust': 'the build writes the same with -webkit- before it',
  'css interactivity': 'where it is missing no page can set it',
  'css forced-color-adjust': 'where it is missing the browser has no forced colours',
  'css :popover-open': 'where it is missing there are no popovers',
  'css ::-webkit-progress-bar': 'Firefox takes ::-moz-progress-bar',
  'css ::-webkit-progress-value': 'Firefox takes ::-moz-progress-bar',
  'css ::-moz-progress-bar': 'all others take ::-webkit-progress-value',
  'js BeforeUnloadEvent.returnValue':
    'before 119 Chrome asks for an empty text as well: none is set',
  'js CustomElementRegistry.get':
    'Safari does not know elements that extend its own: there are none',
  'js Navigator.share': 'where it is missing there are links',
  'js ElementInternals.states': 'asked for where the browser knows `:state()`',
  'js CustomStateSet.has': 'as are its states',
  'js CustomStateSet.clear': 'as are its states',
  'js CustomStateSet.add': 'as are its states',
  'js open': 'on iOS a window needs a name: it has one',
};

/** @param {string} version as the table or the build says it @returns {number[]} */
const numbers = (version) => version.replace('≤', '').split('.').map(Number);

/** @param {string} version @param {string} limit @returns {boolean} whether it is that or older */
function isWithin(version, limit) {
  const [had, has] = [numbers(version), numbers(limit)];
  return had[0] < has[0] || (had[0] === has[0] && (had[1] ?? 0) <= (has[1] ?? 0));
}

/**
 * @param {any} feature of the table
 * @param {string[]} oldest browsers, as esbuild names them
 * @returns {string[]} those that have it not
 */
function missingIn(feature, oldest) {
  return oldest.flatMap((browser) => {
    const [, name, version] = browser.match(/^([a-z]+)([\d.]+)$/) ?? [];
    return variants[/** @type {keyof typeof variants} */ (name)].filter((variant) => {
      const statements = [feature.__compat.support[variant] ?? []].flat();
      return !statements.some(
        ({ version_added, prefix, alternative_name, flags, partial_implementation }) =>
          !partial_implementation &&
          !prefix &&
          !alternative_name &&
          !flags &&
          typeof version_added === 'string' &&
          version_added !== 'preview' &&
          isWithin(version_added, version),
      );
    });
  });
}

/** A feature, by the name that it has here. @typedef {Map<string, any>} Features */

/** @param {any} types @param {string} name @returns {any} the function of CSS by that name */
function functionNamed(types, name) {
  for (const [key, value] of Object.entries(types)) {
    if (key === name && value.__compat) return value;
    if (key === '__compat' || typeof value !== 'object') continue;
    const found = functionNamed(value, name);
    if (found) return found;
  }
  return undefined;
}

/**
 * Takes the blocks of a stylesheet apart.
 * @param {string} text
 * @param {(head: string, body: string) => void} take of a rule; of an at-rule with rules in it `body` has braces
 */
function blocks(text, take) {
  let depth = 0;
  let [head, body] = ['', ''];
  for (const part of text.split(/([{}])/)) {
    if (part === '{' && depth++ === 0) continue;
    if (part === '}' && --depth === 0) {
      take(head.trim(), body);
      [head, body] = ['', ''];
    } else if (depth === 0) head = part.replace(/^[^]*;/, '');
    else body += part;
  }
}

/**
 * @param {string} text of a stylesheet
 * @param {Features} found gets what it says
 * @param {string} [asked] the conditions around it: what it asks for it may say
 */
function featuresOfStyle(text, found, asked = '') {
  const add = (
    /** @type {string} */ name,
    /** @type {any} */ feature,
    /** @type {string} */ word,
  ) => {
    if (feature?.__compat && !asked.includes(word)) found.set(`css ${name}`, feature);
  };
  const { properties, selectors, types } = table.css;
  const rules = table.css['at-rules'];
  blocks(text.replace(/\/\*[^]*?\*\//g, ''), (head, body) => {
    const [, rule] = head.match(/^@([\w-]+)/) ?? [];
    if (rule) {
      add(`@${rule}`, rules[rule], `@${rule}`);
      for (const [, media] of head.matchAll(/\(\s*([a-z-]+)\s*:/g)) {
        if (rule === 'media') add(`@media ${media}`, rules.media[media], media);
      }
      return featuresOfStyle(body, found, rule === 'supports' ? asked + head : asked);
    }
    for (const [, colons, name] of head.matchAll(/(::?)([\w-]+)/g)) {
      add(colons + name, selectors[name], colons + name);
    }
    for (const declaration of body.split(';')) {
      const [, property, value] = declaration.match(/^\s*([a-z-]+)\s*:([^]*)$/) ?? [];
      if (!property) continue;
      add(property, properties[property], `(${property}:`);
      for (const [, name, from] of value.matchAll(/([a-z-]+)\((from\s)?/g)) {
        add(`${name}()`, functionNamed(types, name), `${name}(`);
        if (from) add(`${name}(from)`, functionNamed(types, name)?.relative_syntax, `${name}(from`);
      }
      if (/\dcq[iwbh]/.test(value)) {
        add('cqi', types.length.container_query_length_units, 'cqi');
      }
    }
  });
}

/** @param {string} owner interface or global object @param {string} name of its member */
function memberOf(owner, name) {
  const among = table.api[owner] ?? table.javascript.builtins[owner];
  return among?.[name] ?? among?.[`${name}_static`] ?? among?.[`${name}_event`];
}

/**
 * @param {string[]} files modules
 * @returns {Features} what they use of the browser and of the language
 */
function featuresOfScripts(files) {
  const { config } = ts.readConfigFile(fromTop('tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, fromTop(''));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  /** @type {Features} */
  const found = new Map();
  /** @param {ts.Node} name an identifier */
  const look = (name) => {
    let symbol = checker.getSymbolAtLocation(name);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
    for (const declaration of symbol?.declarations ?? []) {
      if (!/\/lib\.[^/]*\.d\.ts$/.test(declaration.getSourceFile().fileName)) continue;
      const around = declaration.parent;
      // Of an interface; of the object that a global name has; or a global name itself.
      const owners = ts.isInterfaceDeclaration(around)
        ? [around.name.text]
        : ts.isTypeLiteralNode(around) && ts.isVariableDeclaration(around.parent)
          ? [around.parent.name.getText()]
          : [];
      if (ts.isPropertyAccessExpression(name.parent) && name.parent.name === name) {
        const { symbol: type } = checker.getTypeAtLocation(name.parent.expression);
        if (type) owners.push(type.name.replace(/Constructor$/, ''));
      }
      const text = name.getText();
      for (const owner of owners.map((one) => one.replace(/Constructor$/, ''))) {
        const feature = memberOf(owner, text);
        if (feature?.__compat) found.set(`js ${owner}.${text}`, feature);
      }
      const whole = table.api[text] ?? table.javascript.builtins[text] ?? table.api.Window[text];
      if (owners.length === 0 && whole?.__compat) found.set(`js ${text}`, whole);
    }
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node)) look(node);
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(/** @type {ts.SourceFile} */ (program.getSourceFile(file)));
  return found;
}

/** @param {Features} features @param {string[]} oldest @returns {string[]} lines */
const missing = (features, oldest) =>
  [...features].flatMap(([name, feature]) => {
    const browsers = missingIn(feature, oldest);
    return browsers.length > 0 && !(name in spared) ? [`${name} is not in ${browsers.join()}`] : [];
  });

const scripts = ['', 'builder/'].flatMap((folder) =>
  readdirSync(fromTop(`embed/${folder}`))
    .filter((name) => name.endsWith('.js'))
    .map((name) => fromTop(`embed/${folder}${name}`)),
);
/** The stylesheets as they are served; the endpoint has its own within its source. */
const styles = [
  ...[
    'petition-box.css',
    'layouts.css',
    'share.css',
    ...readdirSync(fromTop('embed/themes')).map((name) => `themes/${name}`),
    'builder/builder.css',
  ].map((name) => readFileSync(join(embed, name), 'utf8')),
  ...Array.from(
    readFileSync(fromTop('examples/endpoint/pages.cpp'), 'utf8').matchAll(/R"css\(([^]*?)\)css"/g),
    ([, style]) => style,
  ),
];

/** @type {Features} */
const ofStyles = new Map();
for (const style of styles) featuresOfStyle(style, ofStyles);
const ofScripts = featuresOfScripts(scripts);

test('the browsers that the build names know all that the stylesheets say, or are asked first', () => {
  assert.deepEqual(missing(ofStyles, target), []);
});

test('they know all that the scripts use', () => {
  assert.deepEqual(missing(ofScripts, target), []);
});

test('what is spared is there to be spared', () => {
  for (const name of Object.keys(spared)) {
    const feature = ofStyles.get(name) ?? ofScripts.get(name);
    assert.ok(feature && missingIn(feature, target).length > 0, name);
  }
});

test('the table tells of a browser that is too old', () => {
  assert.ok(ofScripts.size > 60, String(ofScripts.size));
  assert.match(
    missing(ofScripts, ['chrome60']).join('\n'),
    /js Array\.at is not in|js ResizeObserver is/,
  );
  /** @type {Features} */
  const style = new Map();
  const text =
    '.a{color:light-dark(red,red);border-color:oklch(from red l c h)}.b:has(a){contain-intrinsic-inline-size:1px}';
  featuresOfStyle(
    `${text}@supports (color:light-dark(red,red)){.a{color:light-dark(red,red)}}`,
    style,
  );
  assert.deepEqual(missing(style, target), [
    'css light-dark() is not in chrome,chrome_android,firefox,firefox_android,safari,safari_ios',
    'css oklch() is not in chrome,chrome_android',
    'css oklch(from) is not in chrome,chrome_android,firefox,firefox_android,safari,safari_ios',
    'css :has is not in firefox,firefox_android',
    'css contain-intrinsic-inline-size is not in safari,safari_ios',
  ]);
});
