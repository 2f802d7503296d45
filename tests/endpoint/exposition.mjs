// The text format of Prometheus 0.0.4, read strictly: what a scraper would pass over is an error here.
// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format

import { strict as assert } from 'node:assert';

/**
 * @typedef {{ name: string, labels: Record<string, string>, value: number }} Sample
 * @typedef {{ kind: string, help: string, samples: Sample[] }} Metric
 */

const help = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/;
const type = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$/;
const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.+)\})? (\d+(?:\.\d+)?)$/;
const label = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/;

/** @param {string | undefined} text @returns {Record<string, string>} */
function labelsIn(text = '') {
  /** @type {Record<string, string>} */
  const labels = {};
  for (let rest = text; rest !== ''; ) {
    const [all, name, value] = rest.match(label) ?? assert.fail(`labels: ${text}`);
    assert.ok(!(name in labels), text);
    labels[name] = value.replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c));
    rest = rest.slice(all.length);
  }
  return labels;
}

/** Buckets ascend, the last is all, and sum and number belong to them. @param {Metric} metric */
function checkHistogram({ samples }) {
  /** @type {Map<string, Sample[]>} */
  const rows = new Map();
  for (const found of samples) {
    const { le: _, ...others } = found.labels;
    const row = JSON.stringify(others);
    rows.set(row, [...(rows.get(row) ?? []), found]);
  }
  for (const row of rows.values()) {
    const of = (/** @type {string} */ ending) => row.filter(({ name }) => name.endsWith(ending));
    const buckets = of('_bucket');
    const bounds = buckets.map(({ labels: { le } }) => Number(le.replace('+Inf', 'Infinity')));
    const counts = buckets.map(({ value }) => value);
    assert.deepEqual(bounds, [...new Set(bounds)].sort((a, b) => a - b));
    assert.equal(bounds.at(-1), Infinity);
    assert.deepEqual(counts, [...counts].sort((a, b) => a - b));
    assert.deepEqual([of('_sum').length, of('_count').length], [1, 1]);
    assert.equal(of('_count')[0].value, counts.at(-1));
  }
}

/** @param {string} text @returns {Map<string, Metric>} */
export function parseExposition(text) {
  assert.match(text, /\n$/);
  /** @type {Map<string, Metric>} */
  const metrics = new Map();
  const lines = text.slice(0, -1).split('\n');
  let at = '';
  const seen = new Set();
  for (let i = 0; i < lines.length; ++i) {
    const begins = lines[i].match(help);
    if (begins) {
      const [, name, kind] = lines[++i].match(type) ?? assert.fail(lines[i]);
      assert.equal(name, begins[1]);
      assert.ok(!metrics.has(name), `${name} comes twice`);
      metrics.set((at = name), { kind, help: begins[2], samples: [] });
      continue;
    }
    const [, name, labels, value] = lines[i].match(sample) ?? assert.fail(lines[i]);
    const metric = metrics.get(at) ?? assert.fail(lines[i]);
    const ending = name.slice(at.length);
    const endings = metric.kind === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    assert.ok(name.startsWith(at) && endings.includes(ending), lines[i]);
    assert.equal(metric.kind === 'counter', at.endsWith('_total'), at);
    assert.ok(!seen.has(name + labels), `${lines[i]} comes twice`);
    seen.add(name + labels);
    metric.samples.push({ name, labels: labelsIn(labels), value: Number(value) });
  }
  for (const metric of metrics.values()) if (metric.kind === 'histogram') checkHistogram(metric);
  return metrics;
}

/**
 * @param {Map<string, Metric>} metrics
 * @param {string} name without the prefix of all
 * @param {Record<string, string>} [labels]
 * @param {string} [ending] of a histogram
 * @returns {number | undefined}
 */
export function valueOf(metrics, name, labels = {}, ending = '') {
  const full = `petition_box_${name}`;
  return metrics
    .get(full)
    ?.samples.find(
      (found) =>
        found.name === full + ending &&
        Object.entries(labels).every(([label, value]) => found.labels[label] === value),
    )?.value;
}
