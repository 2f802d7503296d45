// The names that these had.

export { runEndpoint as runProgram, startEndpoint as startProgram } from './endpoint.mjs';
