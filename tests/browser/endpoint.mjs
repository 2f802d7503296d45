// Where this was.

export { startEndpoint } from '../endpoint/endpoint.mjs';
