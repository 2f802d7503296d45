// The element in the templates of Svelte 5.

import type { PetitionBox, PetitionBoxProps } from './petition-box.js';

// @ts-ignore: a project without Svelte has no such module to add to.
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'petition-box': PetitionBoxProps &
      // @ts-ignore
      HTMLAttributes<PetitionBox>;
  }
}
