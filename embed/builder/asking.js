// Asks an endpoint as the box does.

import { ask } from '../request.js';

/** @import { Answer, Request } from '../request.js' */

// Those of the box (widget/box/step.cpp, widget/wire/described.hpp).
const patience = 10_000; // ms
const mostBytes = 64 * 1024;

// A site may have many pages with a form (widget/trial/look.hpp).
const mostLookedAtBytes = 4 * 1024 * 1024;

/** @param {Request} request @returns {Promise<Answer>} */
export const asBox = (request) => ask(request, patience, mostBytes);

/** To look at what is there. @param {Request} request @returns {Promise<Answer>} */
export const toLook = (request) => ask(request, patience, mostLookedAtBytes);
