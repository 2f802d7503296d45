import { end, firstMatch, start } from './processes.mjs';

/**
 * A private X display for a browser that needs a window. The screen is high so that a window can show a whole page.
 * @returns {Promise<{ display: string, close: () => Promise<unknown> }>}
 */
export async function openDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x6000x24', '-nolisten', 'tcp'];
  const server = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const numbers = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const [number] = await firstMatch(server, numbers, /\d+(?=\n)/, 'starting Xvfb');
  return { display: `:${number}`, close: () => end(server) };
}
