// Stands in for a petition's document and its endpoint, by the answers of the page's `fetch`: what a
// state of the gallery needs, and nothing is stored.

/** @import { State } from './states.js' */

const network = fetch;
const never = () => new Promise(() => {});

/** @param {object} body @param {number} [status] */
const json = (body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/**
 * @param {State} state
 * @returns {Promise<Response>} as the site of the petition would answer
 */
async function documentOf(state) {
  if (state.document === 'held') return never();
  if (state.document === 'broken') return json({ petition: 'broken' });
  const petition = await (await network(`../petitions/${state.petition ?? 'town-clock'}`)).json();
  if (state.document === 'without-picture') delete petition.picture;
  if (state.document === 'unreadable-endpoint') {
    const names = { given_name: 'given', family_name: 'family', email_address: 'mail' };
    petition.endpoint = {
      protocol: 'opaque',
      url: new URL('stand-in/signatures', location.href).href,
      names: { ...names, sign: 'agreed' },
    };
  }
  return json(petition);
}

/** @param {State} state @returns {Promise<Response>} to a signature */
async function answerOf({ answer }) {
  if (answer === undefined || answer === 'held') return never();
  if (answer === 'rejected') throw new TypeError('there is no network');
  if (answer === 'unreadable') return Response.error();
  return json(answer.body, answer.status);
}

/**
 * From now on the page has the stand-in.
 * @param {State} state
 * @returns {{ src: string, endpoint: string }} where it is, as the element takes it
 */
export function standIn(state) {
  const places = { src: 'stand-in/petition', endpoint: 'stand-in/signatures' };
  const [src, endpoint] = Object.values(places).map((path) => new URL(path, location.href).href);
  window.fetch = (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input, location.href);
    if (href === src) return documentOf(state);
    if (href !== endpoint) return network(input, init);
    return init?.method === 'POST' ? answerOf(state) : Promise.resolve(json({ count: 318 }));
  };
  return places;
}
