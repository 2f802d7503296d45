// Stands in for the site of a petition, by the answers of the page's `fetch`: nothing is asked of an
// endpoint, and nothing is sent.

/** @import { State } from './states.js' */

const network = fetch;
const never = () => new Promise(() => {});

/** @param {object} body @param {number} [status] */
const json = (body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** @param {State['answer']} answer @returns {Promise<Response>} to a signature */
async function answerOf(answer) {
  if (answer === undefined || answer === 'held') return never();
  if (answer === 'none') throw new TypeError('there is no network');
  return json(answer.body, answer.status);
}

/**
 * From now on the page has the stand-in.
 * @param {() => { src: string, endpoint: string, text: string, answer: State['answer'] }} now the addresses, the
 *   petition's document, and what a signature is answered
 */
export function standIn(now) {
  window.fetch = async (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const { src, endpoint, text, answer } = now();
    const [address] = href.split('#');
    if (address === src) return json(JSON.parse(text));
    if (address !== endpoint) return network(input, init);
    return init?.method === 'POST' ? answerOf(answer) : json({ count: 0 });
  };
}
