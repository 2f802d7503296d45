// Importing this module registers the element: it gives nothing else.
import './petition-box.js';
