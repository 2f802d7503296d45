import { end, firstMatch, start } from './processes.mjs';

/** The screen, in pixels: high, so that a window can show a whole page from the middle down. */
const screen = { width: 1600, height: 16_000 };

/** Where Xvfb puts the pointer when it starts, and leaves it. */
export const pointer = { x: screen.width / 2, y: screen.height / 2 };

/**
 * A private X display for a browser that needs a window.
 * @returns {Promise<{ display: string, close: () => Promise<unknown> }>}
 */
export async function openDisplay() {
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${screen.width}x${screen.height}x24`,
    '-nolisten',
    'tcp',
  ];
  const server = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const numbers = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const [number] = await firstMatch(server, numbers, /\d+(?=\n)/, 'starting Xvfb');
  return { display: `:${number}`, close: () => end(server) };
}
