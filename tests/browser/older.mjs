// A browser that lacks something, in front of the endpoint: what the stylesheets say of it, and ask about it,
// is then nothing that the browser knows.

import { createServer, request } from 'node:http';

/**
 * @param {import('node:test').TestContext} t at whose end it closes
 * @param {string} origin of the endpoint
 * @param {RegExp} lacks what no stylesheet may say, with the flag g
 * @returns {Promise<string>} where the endpoint is then, without a slash at its end
 */
export async function serveWithout(t, origin, lacks) {
  const server = createServer((asked, answer) => {
    const { 'accept-encoding': _, ...headers } = asked.headers;
    const passed = request(origin, { path: asked.url, method: asked.method, headers });
    passed.on('response', async (response) => {
      const isStyle = response.headers['content-type']?.startsWith('text/css');
      if (!isStyle) {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        return response.pipe(answer);
      }
      let style = '';
      for await (const part of response) style += part;
      answer.writeHead(200, { 'content-type': 'text/css; charset=utf-8' });
      answer.end(style.replace(lacks, (found) => `-unknown-${found}`));
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://localhost:${port}`;
}
