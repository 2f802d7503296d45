import { PetitionBox } from './petition-box.js';

// Another copy of the script may have been faster.
if (!customElements.get('petition-box')) customElements.define('petition-box', PetitionBox);
