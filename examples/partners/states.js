// The states of the gallery: what each shows, and how a visitor comes to it. Read by the pages of the
// gallery, and by the tests that walk through it.

/**
 * @typedef {object} State
 * @property {string} caption
 * @property {string} ends the box's `data-state` then
 * @property {'town-clock' | 'health-data'} [petition] town-clock unless told
 * @property {'form' | 'button'} [layout]
 * @property {'held' | 'broken' | 'without-picture' | 'unreadable-endpoint'} [document] what the stand-in
 *   makes of the petition's document
 * @property {Record<string, string>} [types] what the visitor types, by the names of the fields
 * @property {'nothing' | 'answers'} [sends] the visitor presses the button: with an empty form, or
 *   after filling it in
 * @property {'held' | 'rejected' | 'unreadable' | { status: number, body: object }} [answer] of the
 *   stand-in to the signature
 */

const received = { status: 201, body: { status: 'received' } };
const refused = { errors: [{ pointer: '#/email_address', code: 'email_address.format' }] };

/** @type {Record<string, State>} */
export const states = {
  loading: { caption: 'Loading', ends: 'loading', document: 'held' },
  empty: { caption: 'Empty, with a picture', ends: 'editing' },
  'without-picture': {
    caption: 'Without a picture',
    ends: 'editing',
    document: 'without-picture',
  },
  long: { caption: 'A long text', ends: 'editing', petition: 'health-data' },
  form: { caption: 'layout="form"', ends: 'editing', layout: 'form' },
  button: { caption: 'layout="button"', ends: 'editing', layout: 'button' },
  mistyped: {
    caption: 'An address that was mistyped',
    ends: 'editing',
    types: { email_address: 'zoe@gmial.com' },
  },
  errors: { caption: 'Mistakes', ends: 'editing', sends: 'nothing' },
  refused: {
    caption: 'Refused by the endpoint',
    ends: 'refused',
    sends: 'answers',
    answer: { status: 422, body: refused },
  },
  asked: {
    caption: 'The second question',
    ends: 'asked',
    petition: 'health-data',
    sends: 'answers',
  },
  sending: { caption: 'Sending', ends: 'sending', sends: 'answers', answer: 'held' },
  'trying-again': {
    caption: 'Offline: trying again',
    ends: 'trying-again',
    sends: 'answers',
    answer: 'rejected',
  },
  failed: {
    caption: 'Failed',
    ends: 'failed',
    sends: 'answers',
    answer: { status: 404, body: {} },
  },
  signed: { caption: 'Signed', ends: 'signed', sends: 'answers', answer: received },
  'to-confirm': {
    caption: 'To be confirmed',
    ends: 'to-confirm',
    sends: 'answers',
    answer: { status: 202, body: { status: 'to_be_confirmed' } },
  },
  sent: {
    caption: 'Sent, but not confirmed',
    ends: 'sent',
    document: 'unreadable-endpoint',
    sends: 'answers',
    answer: 'unreadable',
  },
  closed: {
    caption: 'Closed',
    ends: 'closed',
    sends: 'answers',
    answer: { status: 410, body: {} },
  },
  broken: { caption: 'A broken document', ends: 'unavailable', document: 'broken' },
};
