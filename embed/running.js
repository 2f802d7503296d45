// What a box runs on once its visitor is near.

export { Core } from './core.js';
export { Host } from './host.js';
