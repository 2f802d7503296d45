// What a link brings for the form, as in "#petition-box?given_name=Zo%C3%AB": no server sees that part of an
// address. It is taken out at once, so that nothing on the page that reports addresses reports it either.

const { location, history } = globalThis;
const [, answers] = /^#petition-box\?(.+)/.exec(location?.hash) ?? [];
if (answers) history.replaceState(history.state, '', location.href.split('#')[0]);

/** Names and values, as in a query; undefined where a link brings none. */
export const brought = answers;
