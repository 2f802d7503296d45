// Browsers show a form that somebody goes back to with what was typed in it. Once that is signed, the
// next person at the same computer must not read it there. What is kept, for as long as the window is
// open, says no more than that somebody has signed in it.
const form = document.querySelector('.petition-box form:not(.buttons)');
const [entry] = performance.getEntriesByType('navigation');
if (document.querySelector('[data-state=signed]')) sessionStorage.signed = 'yes';
else if (entry?.type !== 'back_forward') delete sessionStorage.signed;
addEventListener('pageshow', () => {
  if (!form || !sessionStorage.signed) return;
  for (const control of form.elements) {
    if (['checkbox', 'radio'].includes(control.type)) control.checked = false;
    else if (control.type !== 'hidden') control.value = '';
  }
});
