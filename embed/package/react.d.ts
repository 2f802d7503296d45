// The element in the JSX of React 19.

import type { PetitionBox, PetitionBoxProps } from './petition-box.js';

// @ts-ignore: a project without React has no such module to add to.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'petition-box': PetitionBoxProps &
        // @ts-ignore
        DetailedHTMLProps<HTMLAttributes<PetitionBox>, PetitionBox>;
    }
  }
}
