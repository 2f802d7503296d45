// A web server in front of the endpoint that has it below a path, and passes nothing else on.

import { createServer, request } from 'node:http';

export const prefix = '/petition-app';

/**
 * As nginx does with `location /petition-app/ { proxy_pass http://localhost:8080/; }`: the name of
 * the host that the browser asked for is not passed on.
 * @param {import('node:test').TestContext} t at whose end it closes
 * @param {string} origin of the endpoint
 * @returns {Promise<{ url: string, strays: string[] }>} where the endpoint is, without a slash at
 *   its end; what was asked for elsewhere
 */
export async function serveBelowPath(t, origin) {
  /** @type {string[]} */
  const strays = [];
  const server = createServer((asked, answer) => {
    const url = String(asked.url);
    if (!url.startsWith(`${prefix}/`)) {
      strays.push(url);
      answer.writeHead(404).end();
      return;
    }
    const { host: _, ...headers } = asked.headers;
    const passed = request(origin, {
      path: url.slice(prefix.length),
      method: asked.method,
      headers,
    });
    passed.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
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
  return { url: `http://localhost:${port}${prefix}`, strays };
}
