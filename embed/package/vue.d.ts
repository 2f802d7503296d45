// The element in the templates of Vue 3.

import type { PetitionBoxAttributes, PetitionBoxEventMap } from './petition-box.js';

type PascalCase<Name extends string> = Name extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${PascalCase<Rest>}`
  : Capitalize<Name>;

type Listeners = {
  [Name in keyof PetitionBoxEventMap as `on${PascalCase<Name>}`]?: (
    event: PetitionBoxEventMap[Name],
  ) => void;
};

// @ts-ignore: a project without Vue has no such module to add to.
declare module 'vue' {
  interface GlobalComponents {
    'petition-box': new () => {
      $props: Partial<Omit<PetitionBoxAttributes, 'lang'>> &
        Listeners &
        // @ts-ignore
        import('vue').HTMLAttributes;
    };
  }
}
