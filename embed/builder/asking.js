// Asks an endpoint as the box does.

import { ask } from '../request.js';

/** @import { Answer, Request } from '../request.js' */

// Those of the box (widget/box/step.cpp, widget/wire/described.hpp).
const patience = 10_000; // ms
const mostBytes = 64 * 1024;

/** @param {Request} request @returns {Promise<Answer>} */
export const asBox = (request) => ask(request, patience, mostBytes);
