// WordPress with Contact Form 7 and Flamingo, of today (7.1, 6.1.6) and old (6.1.9, 5.7.7): run. Every
// answer of its REST interface can be read from anywhere, also those that refuse.

import { isEmail, pairsOf, phpFields } from './form.mjs';
import { readableBy } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/**
 * @typedef {object} Rule of a field, in the order of the form's schema
 * @property {string} rule
 * @property {string} field
 * @property {number} [threshold]
 * @property {string[]} [accept]
 */

/**
 * @typedef {object} Acceptance a consent
 * @property {string} name
 * @property {string} [statement] in HTML
 * @property {boolean} [optional] or else the form takes nothing without it
 */

/**
 * @typedef {object} Form
 * @property {Rule[]} rules
 * @property {Acceptance[]} [acceptances]
 * @property {string[]} [settings] demo_mode, acceptance_as_validation, skip_mail, subscribers_only
 * @property {'spam' | 'aborted' | 'mail_failed'} [fate] of whatever is valid
 */

const blank = (/** @type {unknown} */ value) =>
  value === undefined || (Array.isArray(value) ? value.length === 0 : String(value).trim() === '');

/** Whether a value passes. @type {Record<string, (value: Json, rule: Rule) => boolean>} */
const passes = {
  required: (value) => !blank(value),
  email: (value) => isEmail(value),
  tel: (value) => /^[+]?[\d\s()/.#*-]+$/.test(value),
  url: (value) => /^https?:\/\/./.test(value),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value),
  minnumber: (value, { threshold = 0 }) => Number(value) >= threshold,
  maxlength: (value, { threshold = 0 }) => [...value].length <= threshold,
  enum: (value, { accept = [] }) => [value].flat().every((one) => accept.includes(one)),
};

/** @type {Record<string, string>} */
const words = {
  required: 'Please fill out this field.',
  email: 'Please enter an email address.',
  tel: 'Please enter a telephone number.',
  url: 'Please enter a URL.',
  date: 'Please enter a date in YYYY-MM-DD format.',
  minnumber: 'This field has a too small number.',
  maxlength: 'This field has a too long input.',
  enum: 'Undefined value was submitted through this field.',
  acceptance: 'You must accept the terms and conditions before sending your message.',
  validation_failed: 'One or more fields have an error. Please check and try again.',
  mail_sent: 'Thank you for your message. It has been sent.',
  spam: 'There was an error trying to send your message. Please try again later.',
  mail_failed: 'There was an error trying to send your message. Please try again later.',
  aborted: 'Sending mail has been aborted.',
  error: 'This contact form is available only for logged in users.',
};

/** @param {number} status @param {string} code @param {string} message */
const refusal = (status, code, message) => ({
  status,
  body: { code, message, data: { status } },
});

/** @param {Form} form @param {Record<string, Json>} fields @returns {Rule[]} one for each field */
function brokenBy({ rules }, fields) {
  const broken = rules.filter((one) => {
    const value = fields[one.field];
    return (one.rule === 'required' || !blank(value)) && !passes[one.rule](value, one);
  });
  const isFirst = (/** @type {Rule} */ { field }, /** @type {number} */ at) =>
    broken.findIndex((other) => other.field === field) === at;
  return broken.filter(isFirst);
}

/**
 * What becomes of a form that was sent.
 * @param {Form} form
 * @param {Record<string, Json>} fields
 * @returns {{ status: string, invalid: { field: string, message: string }[] }}
 */
function judged(form, fields) {
  const { acceptances = [], settings = [], fate = 'mail_sent' } = form;
  if (settings.includes('subscribers_only')) return { status: 'error', invalid: [] };
  const invalid = brokenBy(form, fields).map(({ field, rule }) => ({
    field,
    message: words[rule],
  }));
  const missing = acceptances
    .filter(({ name, optional }) => !optional && (!fields[name] || fields[name] === '0'))
    .map(({ name }) => name);
  if (settings.includes('acceptance_as_validation')) {
    invalid.push(...missing.map((field) => ({ field, message: words.acceptance })));
  }
  if (invalid.length > 0) return { status: 'validation_failed', invalid };
  if (missing.length > 0) return { status: 'acceptance_missing', invalid };
  return { status: fate, invalid };
}

/** What the old one lets through. @param {Form} form @returns {Form} */
const asOld = (form) => ({ ...form, rules: form.rules.filter(({ rule }) => rule !== 'enum') });

/** What it tells of a form: acceptances never. @param {Form | undefined} form @param {boolean} old */
function schemaOf(form, old) {
  if (!form) return refusal(404, 'wpcf7_not_found', 'The requested contact form was not found.');
  const { rules } = old ? asOld(form) : form;
  const told = rules.map((rule) => ({ ...rule, error: words[rule.rule] }));
  const version = 'Contact Form 7 SWV Schema 2024-10';
  return { status: 200, body: { version, locale: 'en_US', rules: told } };
}

/** @param {Acceptance} acceptance @returns {string} as it stands in a page: of the statement nothing is escaped */
function boxOf({ name, statement, optional }) {
  const box = `<input type="checkbox" name="${name}" value="1" aria-invalid="false" />`;
  const label = `<label>${box}<span class="wpcf7-list-item-label">${statement}</span></label>`;
  const item = `<span class="wpcf7-list-item">${statement ? label : box}</span>`;
  const classes = `wpcf7-form-control wpcf7-acceptance${optional ? ' optional' : ''}`;
  return `<span class="wpcf7-form-control-wrap" data-name="${name}"><span class="${classes}">${item}</span></span>`;
}

/** @param {string} id @param {Form} form @param {boolean} old @returns {string} the form as it stands in a page */
function htmlOf(id, { rules, acceptances = [] }, old) {
  const unit = `wpcf7-f${id}-o1`;
  const hidden = Object.entries({
    _wpcf7: id,
    _wpcf7_version: old ? '5.7.7' : '6.1.6',
    _wpcf7_locale: 'en_US',
    _wpcf7_unit_tag: unit,
    _wpcf7_container_post: '0',
    _wpcf7_posted_data_hash: '',
  }).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}" />`);
  const names = [...new Set(rules.map(({ field }) => field))];
  const controls = names.map(
    (name) =>
      `<label> ${name} <span class="wpcf7-form-control-wrap" data-name="${name}"><input size="40" maxlength="400" class="wpcf7-form-control wpcf7-text" aria-invalid="false" value="" type="text" name="${name}" /></span> </label>`,
  );
  return `<div class="wpcf7 no-js" id="${unit}" lang="en-US" dir="ltr">
<div class="screen-reader-response"><p role="status" aria-live="polite" aria-atomic="true"></p> <ul></ul></div>
<form action="/wp-json/wp/v2/pages?_fields=content#${unit}" method="post" class="wpcf7-form init" aria-label="Contact form" novalidate="novalidate" data-status="init">
<fieldset class="hidden-fields-container">${hidden.join('')}
</fieldset>
<p>${[...controls, ...acceptances.map(boxOf)].join('<br />\n')}<br />
<input class="wpcf7-form-control wpcf7-submit has-spinner" type="submit" value="Submit" />
</p><div class="wpcf7-response-output" aria-hidden="true"></div>
</form>
</div>`;
}

/** @param {Json} item @param {string | null} fields names of members, with commas between them; null: all @returns {Json} */
const withFields = (item, fields) =>
  fields === null ? item : Object.fromEntries(fields.split(',').map((name) => [name, item[name]]));

/**
 * The pages that are asked for, the newest first (WP_REST_Posts_Controller).
 * @param {{ slug: string, source: string, told: Json }[]} all
 * @param {URLSearchParams} query
 */
function listOf(all, query) {
  const most = Number(query.get('per_page') ?? 10);
  if (!Number.isInteger(most) || most < 1 || most > 100) {
    return refusal(400, 'rest_invalid_param', 'Invalid parameter(s): per_page');
  }
  const words = (query.get('search') ?? '').toLowerCase().split(/\s+/);
  const slugs = (query.get('slug') ?? '').split(',').filter(Boolean);
  const found = all
    .filter(({ source }) => words.every((word) => source.toLowerCase().includes(word)))
    .filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
    .reverse();
  return {
    status: 200,
    body: found.slice(0, most).map(({ told }) => withFields(told, query.get('_fields'))),
  };
}

/**
 * @param {Record<string, Form>} forms by their numbers
 * @param {{ old?: boolean, closed?: boolean, pages?: Record<string, string> }} [site] closed: a plugin
 *   lets in only who is logged in; pages: the unit tag of the form on each, by its path
 */
export function contactForm7(forms, { old = false, closed = false, pages = {} } = {}) {
  /** @type {Json[]} */
  const stored = [];

  /** What is kept of a form. @param {string} id @param {Form} form @param {Record<string, Json>} fields */
  function keep(id, form, fields) {
    const { status, invalid } = judged(old ? asOld(form) : form, fields);
    const isDemo = form.settings?.includes('demo_mode') ?? false;
    const isKept = ['mail_sent', 'spam', 'mail_failed'].includes(status) && !isDemo;
    if (isKept) stored.push({ form: Number(id), status, ...fields });
    return { status, invalid, isDemo };
  }

  /** A page of the site takes a form of itself, and shows what became of it where that stands. @param {Asked} asked */
  async function pageOf(asked) {
    const fields = asked.method === 'POST' ? phpFields(await pairsOf(asked)) : {};
    const { _wpcf7, _wpcf7_unit_tag: tag } = fields;
    const id = String(_wpcf7);
    const form = forms[id];
    const { status } = form ? keep(id, form, fields) : { status: '' };
    const said = form && tag === pages[asked.path] ? words[status] : '';
    return {
      status: 200,
      body: `<!doctype html><title>Sign</title><div class="wpcf7-response-output">${said}</div>`,
    };
  }

  /** What the site tells of its pages: one is its own, with nothing in it but text. */
  function pagesTold() {
    const holding = Object.entries(pages).map(([path, tag]) => {
      const [, form, id] = tag.match(/^wpcf7-f(\d+)-p(\d+)-o1$/) ?? [];
      const source = `Sign [contact-form-7 id="${form}" title="Sign"]`;
      return { id: Number(id), path, source, rendered: htmlOf(form, forms[form], old) };
    });
    const sample = 'This is an example page.';
    return [{ id: 2, path: '/sample-page/', source: sample, rendered: `<p>${sample}</p>` }, ...holding].map(
      ({ id, path, source, rendered }) => ({
        slug: path.split('/').at(-2) ?? '',
        source,
        told: { id, link: path, content: { rendered: `\n${rendered}\n`, protected: false } },
      }),
    );
  }

  /** @param {Asked} asked */
  async function routed(asked) {
    const [, kind] = asked.path.match(/^\/wp-json\/wp\/v2\/(pages|posts)$/) ?? [];
    if (kind && asked.method === 'GET') {
      if (closed) return refusal(401, 'rest_not_logged_in', 'You are not currently logged in.');
      return listOf(kind === 'pages' ? pagesTold() : [], asked.query);
    }
    const [, id, schema] =
      asked.path.match(
        /^\/wp-json\/contact-form-7\/v1\/contact-forms\/(\d+)\/feedback(\/schema)?$/,
      ) ?? [];
    if (id === undefined || asked.method !== (schema ? 'GET' : 'POST')) {
      return refusal(
        404,
        'rest_no_route',
        'No route was found matching the URL and request method.',
      );
    }
    if (closed) return refusal(401, 'rest_not_logged_in', 'You are not currently logged in.');
    if (schema) return schemaOf(forms[id], old);
    const fields = phpFields(await pairsOf(asked));
    if ('_wpnonce' in fields || 'x-wp-nonce' in asked.headers) {
      return refusal(403, 'rest_cookie_invalid_nonce', 'Cookie check failed');
    }
    const form = forms[id];
    if (!form) return refusal(404, 'wpcf7_not_found', 'The requested contact form was not found.');
    if (asked.type !== 'multipart/form-data') {
      return refusal(
        415,
        'wpcf7_unsupported_media_type',
        'The request payload format is not supported.',
      );
    }
    const tag = String(fields._wpcf7_unit_tag ?? '').replace(/[^\w-]/g, '');
    if (tag === '' && !old)
      return refusal(400, 'wpcf7_unit_tag_not_found', 'There is no valid unit tag.');
    const { status, invalid, isDemo } = keep(id, form, fields);
    return {
      status: 200,
      body: {
        contact_form_id: Number(id),
        status,
        message: status === 'acceptance_missing' ? words.acceptance : words[status],
        posted_data_hash: invalid.length > 0 ? '' : '4d3146a53ce24a617bb0d644da44b8ff',
        ...(isDemo && { demo_mode: true }),
        into: `#${tag}`,
        invalid_fields: invalid.map(({ field, message }) => ({
          field,
          message,
          idref: null,
          error_id: `${tag}-ve-${field}`,
        })),
      },
    };
  }

  return {
    stored,
    /** @param {Asked} asked */
    async answer(asked) {
      if (asked.path in pages) return pageOf(asked);
      // Only what is asked of it by a header of the page's own is refused: it is not among these.
      const headers = readableBy(asked.origin || '*', {
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers':
          'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type',
      });
      if (asked.method === 'OPTIONS') return { status: 200, headers };
      return { headers, ...(await routed(asked)) };
    },
  };
}
