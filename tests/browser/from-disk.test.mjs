import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { page } from './browser.mjs';
import { partners } from './folders.mjs';
import { assertNoErrors, assertSigned, sign } from './home.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

test('a page that is opened from the disk signs', async () => {
  const endpoint = await unsignedEndpoint();
  const source = readFileSync(join(partners, 'file.html'), 'utf8');
  const file = join(temporaryFolder('disk'), 'file.html');
  writeFileSync(file, source.replaceAll('http://localhost:8080', endpoint.url));
  await page.goto(pathToFileURL(file).href);
  await sign(page);
  await assertSigned(endpoint, [{}]);
  await assertNoErrors(page);
});
