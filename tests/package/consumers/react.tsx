// The element in a React page. Each line after @ts-expect-error is a mistake.

import { useRef } from 'react';
import type { PetitionBox } from 'petition-box';

export function Petition() {
  const box = useRef<PetitionBox>(null);
  return (
    <petition-box
      ref={box}
      src="/petition.json"
      endpoint="/signatures"
      lang="fr"
      loading="eager"
      accent="#0b5f5c"
      className="wide"
      onpetition-box-error={(event) => console.error(event.detail.message)}
      onpetition-box-submit={(event) => event.preventDefault()}
    >
      <a href="/sign">Sign</a>
    </petition-box>
  );
}

export const mistakes = [
  // @ts-expect-error: an address is a string
  <petition-box src={1} />,
  // @ts-expect-error: neither lazy nor eager
  <petition-box loading="soon" />,
  // @ts-expect-error: no such attribute
  <petition-box source="/petition.json" />,
  // @ts-expect-error: no event carries personal data
  <petition-box onpetition-box-signed={(event) => event.detail.email_address} />,
  // @ts-expect-error: not the name of the element
  <petitionbox />,
];
