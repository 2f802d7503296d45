// What a link brings. For the form, as in "#petition-box?given_name=Zo%C3%AB": no server sees that part of an
// address. It is taken out at once, so that nothing on the page that reports addresses reports it either. And
// the query, each name with a question mark before it: of that the core takes what the petition asks for.

const { location, history } = globalThis;
const [, answers] = /^#petition-box\?(.+)/.exec(location?.hash) ?? [];
if (answers) history.replaceState(history.state, '', location.href.split('#')[0]);

/** Names and values, as in a query; empty where a link brings none. */
export const brought = [answers, location?.search.replace(/^\?|&/g, '&?')].join('');
