// The types of the package: what custom-elements.json says, for TypeScript.

import type {} from './react.js';
import type {} from './svelte.js';
import type {} from './vue.js';

/** What is wrong, for whoever embeds the box: never shown to the visitor. */
export interface PetitionBoxProblem {
  /** What it is about: an attribute or what answers there, the document, the words, the files. */
  readonly reason: 'src' | 'endpoint' | 'protocol' | 'document' | 'catalogue' | 'module' | 'core';
  /** What was expected, where, and what was found. In English. */
  readonly message: string;
}

/** What a signature came back with that was not received. */
export interface PetitionBoxFailure {
  /** Of HTTP, in digits; "0" where there was no answer that the page may read. */
  readonly status: string;
  /** Of the endpoint, without a query. */
  readonly address: string;
}

/** How the signer has told others of the petition: `device` is the sharing of the device itself. */
export interface PetitionBoxSharing {
  readonly way:
    | 'device'
    | 'copy'
    | 'email'
    | 'whatsapp'
    | 'telegram'
    | 'mastodon'
    | 'bluesky'
    | 'linkedin'
    | 'facebook'
    | 'x';
}

/** The events of the element. All bubble and are composed; none carries personal data. */
export interface PetitionBoxEventMap {
  /** The petition is shown. */
  'petition-box-ready': CustomEvent<object>;
  /** Some of the petition is in the window; once for each petition. */
  'petition-box-seen': CustomEvent<object>;
  /** The visitor has filled in a first answer, or pressed the button; once for each petition. */
  'petition-box-begun': CustomEvent<object>;
  /** The signature is about to be sent; preventDefault() keeps it from being sent. */
  'petition-box-submit': CustomEvent<object>;
  /** The endpoint has received the signature. */
  'petition-box-signed': CustomEvent<object>;
  /** The endpoint waits for a confirmation by e-mail. */
  'petition-box-to-confirm': CustomEvent<object>;
  /** The signature has been sent, and nothing tells whether it has arrived. */
  'petition-box-sent': CustomEvent<object>;
  /** The signer has told others of the petition. */
  'petition-box-shared': CustomEvent<PetitionBoxSharing>;
  /** The endpoint takes no more signatures. */
  'petition-box-closed': CustomEvent<object>;
  /** The signature was not received, or it is not certain that it was; the signer may try again. */
  'petition-box-failed': CustomEvent<PetitionBoxFailure>;
  /** Something is wrong with the document, the attributes, the endpoint or the files. */
  'petition-box-error': CustomEvent<PetitionBoxProblem>;
}

/** The attributes of the element. Each but `layout` and `theme` is reflected by the property of the same name. */
export interface PetitionBoxAttributes {
  /** Address of the petition's document; one with "lang=fr" in its query is that of the document in one language. */
  src: string;
  /** Address that takes the signatures. */
  endpoint: string;
  /** What the endpoint speaks, where the document does not say it. */
  protocol: string;
  /** Language of the box; else that of the page, else the reader's. */
  lang: string;
  /** When the box starts: "lazy", the default, once the visitor comes near; "eager", at once. */
  loading: 'lazy' | 'eager';
  /** A CSS colour, for the buttons and marks. */
  accent: string;
  /** Level of the heading over the petition, "1" to "6", "2" unless told; the others are below it. */
  heading: string;
  /** The form alone, or a button that leads to it; all of the box unless told. */
  layout?: 'form' | 'button';
  /** A look, with the stylesheet `themes/NAME.css` on the page; the box's own unless told. */
  theme?: 'paper' | 'plain' | 'poster';
}

/** A petition and the form to sign it. */
export class PetitionBox extends HTMLElement implements PetitionBoxAttributes {
  static readonly observedAttributes: readonly string[];

  /**
   * Address of the folder of the box's files, which ends in '/'; unless set, the module's folder.
   * To be set before the first box starts.
   */
  static base: string;

  src: string;
  endpoint: string;
  protocol: string;
  loading: 'lazy' | 'eager';
  accent: string;
  heading: string;

  /**
   * Loads at once what the box needs, whatever `loading` says. Resolves when the box runs; rejects
   * where a file is missing or broken. May be called again then.
   */
  load(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-box': PetitionBox;
  }

  // The events bubble, so a listener may stand on the element or on anything around it.
  interface GlobalEventHandlersEventMap extends PetitionBoxEventMap {}
}

/** The element's own part of what a template may say, where `on` and an event's name listen to it. */
export type PetitionBoxProps = Partial<Omit<PetitionBoxAttributes, 'lang'>> & {
  [Name in keyof PetitionBoxEventMap as `on${Name}`]?: (event: PetitionBoxEventMap[Name]) => void;
};
