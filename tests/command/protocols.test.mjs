// petition-check, of the descriptions of protocols and of petitions that use them.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fromTop } from '../browser/folders.mjs';
import { folderWith, healthData, petitionCheck } from './programs.mjs';

const proca = fromTop('embed/protocols/proca.json');

/** @param {object} endpoint */
const petitionAt = (endpoint) =>
  JSON.stringify({ ...JSON.parse(readFileSync(healthData, 'utf8')), endpoint }, null, 2);

const procaEndpoint = { protocol: 'proca', url: 'https://proca.example/api', page: 42 };

/** @param {import('node:test').TestContext} t */
async function embedWith(t) {
  const folder = await folderWith(t, {});
  await mkdir(folder('protocols'));
  await copyFile(proca, folder('protocols/proca.json'));
  return ['--embed', folder('')];
}

test('a description without mistakes has nothing said about it, one with mistakes has them', async () => {
  assert.deepEqual(await petitionCheck([proca]), { status: 0, out: '', error: '' });
  const text = readFileSync(proca, 'utf8');
  const { status, out } = await petitionCheck(
    ['-'],
    text.replace('"outcome": "refused"', '"outcome": "denied"'),
  );
  assert.match(out, /^<stdin>:\d+:\d+: error: \/answers\/\d\/outcome: expected counted, /m);
  assert.equal(status, 1);
});

test('a petition is held to the protocol that its document names', async (t) => {
  const embed = await embedWith(t);
  assert.deepEqual(await petitionCheck([...embed, '-'], petitionAt(procaEndpoint)), {
    status: 0,
    out: '',
    error: '',
  });
  const { page: _, ...without } = procaEndpoint;
  const missing = await petitionCheck([...embed, '-'], petitionAt(without));
  assert.match(
    missing.out,
    /error: \/endpoint\/page: expected what the protocol asks for, found nothing\n/,
  );
  assert.equal(missing.status, 1);
  const unknown = await petitionCheck(
    [...embed, '-'],
    petitionAt({ ...procaEndpoint, protocol: 'no-such' }),
  );
  assert.match(unknown.out, /error: \/endpoint\/protocol: expected the name of a protocol in /);
});

test('what nobody reads in an endpoint is told, of either kind', async (t) => {
  const embed = await embedWith(t);
  const told = async (/** @type {object} */ endpoint) => {
    const { out, status } = await petitionCheck([...embed, '-'], petitionAt(endpoint));
    assert.equal(status, 0, out);
    return out;
  };
  assert.match(
    await told({ ...procaEndpoint, pages: 7, names: { mail: 'x' } }),
    /warning: \/endpoint\/pages: expected one of the members protocol, .*, page, .*, found an unknown member\n[^]*warning: \/endpoint\/names\/mail: expected the name of a field or a consent, found "mail"\n/,
  );
  assert.match(
    await told({ url: 'https://sign.example', list: 7 }),
    /warning: \/endpoint\/list: expected one of the members protocol, url, also, found an unknown member\n/,
  );
});

test('a count that is named by its protocol is told as it is to be written', async (t) => {
  const embed = await embedWith(t);
  await copyFile(fromTop('embed/protocols/e-petitions.json'), join(embed[1], 'protocols/e-petitions.json'));
  await copyFile(fromTop('embed/protocols/decidim.json'), join(embed[1], 'protocols/decidim.json'));
  const told = async (/** @type {object} */ count) =>
    (await petitionCheck([...embed, '-'], petitionAt({ ...procaEndpoint, count }))).out;
  const url = 'https://petition.parliament.uk/petitions/700000';
  assert.match(
    await told({ protocol: 'e-petitions', url }),
    /error: \/endpoint\/count: expected \{"url":"https:\/\/petition\.parliament\.uk\/petitions\/700000\/count\.json","pointer":"\/signature_count"\}, found the name of a protocol\n/,
  );
  assert.match(
    await told({ protocol: 'decidim', url: 'https://decidim.example', initiative: 7 }),
    /error: \/endpoint\/count: expected \{"url":"https:\/\/decidim\.example\/api","encoding":"urlencoded","body":\{"query":"\{initiative\(id:7\)\{onlineVotes\}\}"\},"pointer":"\/data\/initiative\/onlineVotes"\}, found the name of a protocol\n/,
  );
  assert.match(
    await told({ protocol: 'decidim', url }),
    /error: \/endpoint\/count\/protocol: expected a protocol that tells a count, with what it asks for, found "decidim"\n/,
  );
  assert.match(
    await told({ protocol: 'no-such', url }),
    /error: \/endpoint\/count\/protocol: expected the name of a protocol in /,
  );
});

test('a petition whose document holds the description is held to that, with its places', async () => {
  const protocol = {
    protocol: 'own',
    request: { url: '${url}', encoding: 'json', body: { mail: { $eval: 'email_address' } } },
    answers: [{ status: 200, outcome: 'counted' }],
  };
  const { out } = await petitionCheck(
    ['-'],
    petitionAt({ protocol, url: 'https://own.example/sign' }),
  );
  assert.match(out, /error: \/fields\/0: expected a field that own can say, found \w+\n/);
  assert.match(out, /error: \/consents\/\d: expected a consent that own can say, found updates\n/);
  const broken = await petitionCheck(
    ['-'],
    petitionAt({ protocol: { ...protocol, answers: [{ outcome: 'ok' }] } }),
  );
  assert.match(broken.out, /error: \/endpoint\/protocol\/answers\/0\/outcome: expected counted, /);
});

test('the request that a signature would make is shown', async (t) => {
  const { out, status } = await petitionCheck(
    [...(await embedWith(t)), '--request', '-'],
    petitionAt(procaEndpoint),
  );
  assert.equal(status, 0);
  const [head, body] = out.split('\n\n');
  assert.equal(
    head,
    'POST https://proca.example/api\nAccept: application/json\nContent-Type: application/json',
  );
  const { variables } = JSON.parse(body);
  assert.equal(variables.actionPage, 42);
  assert.equal(variables.contact.email, 'ada.sample@example.org');
  assert.deepEqual(variables.privacy, { optIn: true });
});

test('that request has the words that a signer agrees to, in the language of the petition', async (t) => {
  const words = JSON.stringify({ consent_sign: 'Je signe : {{controller}}.' });
  const inFolder = await folderWith(t, {});
  await mkdir(inFolder('locales'));
  await writeFile(inFolder('locales/en.json'), '{}');
  await writeFile(inFolder('locales/fr.json'), words);
  const { controller, ...petition } = JSON.parse(readFileSync(healthData, 'utf8'));
  const protocol = {
    protocol: 'own',
    request: {
      url: '${url}',
      encoding: 'json',
      body: { said: { $eval: 'statements.sign' }, in: '${language}', all: { $eval: 'listed' } },
    },
  };
  const document = {
    ...petition,
    controller: { ...controller, name: 'Nous' },
    consents: [{ name: 'sign' }],
    endpoint: { protocol, url: 'https://own.example/sign' },
  };
  const { out } = await petitionCheck(
    ['--embed', inFolder(''), '--request', '-'],
    JSON.stringify(document),
  );
  const { said, in: language } = JSON.parse(out.split('\n\n')[1]);
  assert.equal(said, 'Je signe : Nous.');
  assert.equal(language, 'fr');
});

test('an endpoint beside the first is held to its protocol, and its request is shown too', async (t) => {
  const embed = await embedWith(t);
  const protocol = {
    protocol: 'list',
    is_consent: true,
    request: {
      url: '${url}/join',
      encoding: 'urlencoded',
      body: { mail: { $eval: 'email_address' } },
    },
  };
  const also = [{ url: 'https://list.example', protocol, for: 'updates' }];
  const { out, status } = await petitionCheck(
    [...embed, '--request', '-'],
    petitionAt({ ...procaEndpoint, also }),
  );
  assert.equal(status, 0, out);
  assert.match(
    out,
    /^POST https:\/\/proca\.example\/api\n[^]*\nPOST https:\/\/list\.example\/join\n/,
  );
  assert.match(out, /\nmail=ada\.sample%40example\.org\n$/);
  const wrong = await petitionCheck(
    [...embed, '-'],
    petitionAt({ ...procaEndpoint, also: [{ ...also[0], for: 'news' }] }),
  );
  assert.match(wrong.out, /error: \/endpoint\/also\/0\/for: expected the name of a consent /);
  const first = await petitionCheck(
    [...embed, '-'],
    petitionAt({ url: 'https://list.example', protocol }),
  );
  assert.match(first.out, /error: \/endpoint\/protocol: expected a protocol that keeps signatures/);
});

test('what an answer means is said, and by which rule', async (t) => {
  const inFolder = await folderWith(t, {
    'refused.txt':
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n' +
      'access-control-allow-origin: *\r\n\r\n' +
      '{"data":null,"errors":[{"message":"x","path":["addActionContact","email"]}]}',
    'busy.txt':
      'HTTP/2 503\nretry-after: 7\nAccess-Control-Allow-Origin: https://a.example\n\nlater',
    'none.txt': '{"data":null}',
  });
  const refused = await petitionCheck([proca, '--answer', inFolder('refused.txt')]);
  assert.deepEqual(refused, {
    status: 0,
    out: 'outcome: refused\nrule: /answers/1\nfield: email_address\n',
    error: '',
  });
  const busy = await petitionCheck([proca, '--answer', inFolder('busy.txt')]);
  assert.equal(busy.out, 'outcome: not_now\nrule: none holds, so the status says it\n');
  const none = await petitionCheck([proca, '--answer', inFolder('none.txt')]);
  assert.equal(none.status, 2);
  assert.match(none.error, /none\.txt: expected an answer as curl -i writes it\n/);
});

test('an answer that no page of another site may read is told, as far as its headers are there', async (t) => {
  const inFolder = await folderWith(t, {
    'bare.txt': 'HTTP/1.1 503 Busy\n\n',
    'closed.txt': 'HTTP/1.1 503 Busy\nContent-Type: text/html\n\n',
    'simple.json': JSON.stringify({
      protocol: 'simple',
      request: { url: '${url}', encoding: 'urlencoded', body: { mail: '${email_address}' } },
    }),
    'opaque.json': JSON.stringify({
      protocol: 'opaque',
      request: { url: '${url}', encoding: 'urlencoded', body: { mail: '${email_address}' } },
      readable: false,
    }),
  });
  const told = async (/** @type {string} */ description, /** @type {string} */ answer) =>
    (await petitionCheck([description, '--answer', inFolder(answer)])).out
      .split('\n')
      .filter((line) => line.startsWith('warning:'))
      .join();
  assert.match(
    await told(proca, 'closed.txt'),
    /^warning: no Access-Control-Allow-Origin: browsers ask leave for this request, and send nothing without it$/,
  );
  assert.match(
    await told(inFolder('simple.json'), 'closed.txt'),
    /^warning: no Access-Control-Allow-Origin: no page of another site can read this answer, so signers read that it was sent, and cannot be confirmed$/,
  );
  assert.equal(await told(inFolder('opaque.json'), 'closed.txt'), '');
  assert.equal(await told(proca, 'bare.txt'), '');
});
