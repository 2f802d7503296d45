import { mount } from 'svelte';
import Petition from './Petition.svelte';

mount(Petition, { target: document.getElementById('app') });
