// The states in which the preview shows the box: how each looks at its end, and what brings the box there.

/**
 * @typedef {object} State
 * @property {string} ends the box's `data-state` then
 * @property {string} says key of words: of the page, or else of the box
 * @property {'nothing' | 'answers'} [sends] the button is pressed: with an empty form, or after it is
 *   filled in
 * @property {boolean} [asked] the box waits for an answer to the second question, which is declined in
 *   other states
 * @property {'held' | 'none' | { status: number, body: object }} [answer] to the signature: one that does not
 *   come, no network, or this
 */

const received = { status: 201, body: { status: 'received' } };

/** @type {Record<string, State>} */
export const states = {
  empty: { ends: 'editing', says: 'sign_heading', answer: received },
  mistakes: { ends: 'editing', says: 'errors_heading', sends: 'nothing', answer: received },
  asked: { ends: 'asked', says: 'second_question.part', sends: 'answers', asked: true, answer: received },
  sending: { ends: 'sending', says: 'sending', sends: 'answers', answer: 'held' },
  unsent: {
    ends: 'trying-again',
    says: 'status.trying_again.heading',
    sends: 'answers',
    answer: 'none',
  },
  signed: { ends: 'signed', says: 'status.signed.heading', sends: 'answers', answer: received },
  to_confirm: {
    ends: 'to-confirm',
    says: 'status.to_confirm.heading',
    sends: 'answers',
    answer: { status: 202, body: { status: 'to_be_confirmed' } },
  },
  closed: {
    ends: 'closed',
    says: 'status.closed.heading',
    sends: 'answers',
    answer: { status: 410, body: {} },
  },
};
