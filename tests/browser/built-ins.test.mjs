// Pages whose scripts have put something else in the place of what the browser gives.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { fillIn, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { rowOf } from './home.mjs';
import { handedOnTo, openPartnerSite } from './partner-site.mjs';

/**
 * Each runs in the page before the box.
 * @type {Record<string, () => void>}
 */
const pages = {
  // As prototype.js 1.7 does (Magento 1, Jenkins), with JSON by toJSON.
  'with prototype.js'() {
    const list = (/** @type {any} */ iterable) => {
      if (!iterable) return [];
      if ('toArray' in Object(iterable)) return iterable.toArray();
      let length = iterable.length || 0;
      const results = new Array(length);
      while (length--) results[length] = iterable[length];
      return results;
    };
    const forAll = (/** @type {any} */ target, /** @type {ThisType<any> & object} */ methods) =>
      Object.assign(target, methods);
    Array.from = list;
    forAll(Array.prototype, {
      toJSON() {
        return '[' + this.join(', ') + ']';
      },
      entries() {
        return [...this];
      },
      find(/** @type {any} */ fits) {
        for (let i = 0; i < this.length; ++i) if (fits(this[i], i)) return this[i];
      },
      reduce() {
        return this.length > 1 ? this : this[0];
      },
      toArray() {
        return [...this];
      },
      each(/** @type {any} */ work) {
        this.forEach(work);
        return this;
      },
    });
    forAll(Object, {
      keys: (/** @type {any} */ one) => {
        const names = [];
        for (const name in one) names.push(name);
        return names;
      },
      values: (/** @type {any} */ one) => {
        const values = [];
        for (const name in one) values.push(one[name]);
        return values;
      },
    });
    Reflect.set(window, 'Element', function () {});
    for (const name of ['select', 'update', 'insert', 'replace', 'wrap', 'show', 'hide']) {
      Reflect.set(HTMLElement.prototype, name, function () {
        throw new TypeError(name + ' of prototype.js');
      });
    }
    forAll(HTMLElement.prototype, {
      remove() {
        this.parentElement.removeChild(this);
        return this;
      },
    });
  },
  // As MooTools and datejs do.
  'with a Date and an Event of its own'() {
    Date.parse = /** @type {any} */ (
      (/** @type {string} */ text) => (text ? new Date(text) : null)
    );
    Reflect.set(window, 'Event', function () {});
    Reflect.set(Array, 'from', undefined);
  },
  'whose own variables are called as what the browser gives'() {
    for (const name of [
      'URL',
      'Map',
      'Set',
      'Request',
      'Response',
      'Text',
      'Comment',
      'Node',
      'ShadowRoot',
      'Promise',
      'requestIdleCallback',
      'CSSStyleSheet',
    ]) {
      Reflect.set(window, name, name === 'Promise' ? function () {} : 'https://partner.example/');
    }
  },
  'without IntersectionObserver, and without a console'() {
    Reflect.deleteProperty(window, 'IntersectionObserver');
    Reflect.set(window, 'console', { log() {} });
  },
  // As polyfills by XMLHttpRequest do.
  'with a fetch that has no streams'() {
    const native = fetch;
    Reflect.set(window, 'fetch', async (/** @type {string} */ url, /** @type {any} */ about) => {
      const response = await native(url, { ...about, signal: undefined });
      const { status, ok, headers } = response;
      return {
        status,
        ok,
        headers,
        text: () => response.text(),
        arrayBuffer: () => response.arrayBuffer(),
      };
    });
  },
  'that gives methods to all objects and all elements'() {
    for (const name of [
      'each',
      'clone',
      'extend',
      'toJSON',
      'method',
      'signal',
      'root',
      'detail',
    ]) {
      Reflect.set(Object.prototype, name, function () {});
    }
    for (const name of ['append', 'prepend', 'before', 'after', 'replaceWith', 'remove']) {
      Reflect.set(window.Element.prototype, name, function (/** @type {any} */ _more) {
        throw new TypeError(name + ' of the page');
      });
    }
  },
  // As libraries for tests of a page do, and polyfills of the time before it had one.
  'that watches over the events, and lists what objects inherit'() {
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = /** @type {any} */ (
      function (/** @type {Event} */ event) {
        dispatchEvent.call(this, event);
      }
    );
    Object.entries = (/** @type {any} */ one) => {
      /** @type {[string, any][]} */
      const entries = [];
      for (const name in one) entries.push([name, one[name]]);
      return entries;
    };
  },
  'that watches over the listeners'() {
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (
      /** @type {string} */ type,
      /** @type {any} */ listener,
      /** @type {any} */ options,
    ) {
      const watched = (/** @type {Event} */ event) => listener.apply(this, [event]);
      addEventListener.call(this, type, watched, options);
    };
  },
};

/** What a script declares hides what the browser gives from every other script. */
const declared = "const fetch = 'https://partner.example/', crypto = ['coin'];";

test('the box signs on every page whose scripts replace what the browser gives', async (t) => {
  const endpoint = await unsignedEndpoint();
  const scripts = Object.entries(pages).map(([what, replace]) => [
    what,
    `(function ${source(replace)})();`,
  ]);
  let visits = 0;
  for (const [what, body] of [...scripts, ['that declares such names', declared]]) {
    const alike = once('what it puts there is JavaScript', what === 'with prototype.js');
    await t.test(`on a page ${what} the box signs`, alike, async (t) => {
      const site = await openPartnerSite(
        t,
        {
          '/replace.js': { type: 'text/javascript', body },
          '/petition': { body: JSON.stringify(healthData()) },
          '/signatures': handedOnTo(endpoint),
        },
        '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
        { head: '<script src="/replace.js"></script>' },
      );
      const email_address = `zoe-${++visits}@example.org`;
      await page.goto(site);
      await waitForState(page, 'editing');
      await fillIn(page, { given: { email_address } });
      await submit(page);
      await waitForState(page, 'signed');
      const rows = await endpoint.rows(
        `select given_name, family_name, email_address, petition, language from signatures where email_address = '${email_address}'`,
      );
      assert.deepEqual(rows, [rowOf({ email_address })]);
    });
  }
});

/** @param {() => void} method @returns {string} its source, as a function without a name */
const source = (method) => String(method).replace(/^[^(]*/, '');
