// Browsers show a form that somebody goes back to with what was typed in it. Once that is signed, the
// next person at the same computer must not read it there. What is kept, for as long as the window is
// open, says no more than that somebody has signed in it.
const form = document.querySelector('.petition-box form:not(.buttons)');
const [entry] = performance.getEntriesByType('navigation');
if (document.querySelector('[data-state=signed]')) sessionStorage.signed = 'yes';
else if (entry?.type !== 'back_forward') delete sessionStorage.signed;
// A page that Firefox has kept whole does not learn what is kept since: none that listens to this is
// kept so, but on phones.
addEventListener('unload', () => {});
let sent = false;
addEventListener('submit', () => {
  sent = true;
});
addEventListener('pageshow', ({ persisted }) => {
  if (!form || !(sessionStorage.signed || (persisted && sent))) return;
  for (const control of form.elements) {
    if (['checkbox', 'radio'].includes(control.type)) control.checked = false;
    else if (control.type !== 'hidden') control.value = '';
  }
});
// The page is the same for all who come; the id tells one who presses twice from two who write the
// same. Without script the endpoint takes what comes within seconds for one.
const id = form?.elements.submission_id;
if (id?.value === '') {
  const random = () => crypto.getRandomValues(new Uint8Array(1))[0];
  id.value = '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (digit ^ (random() >> (4 + digit / 4))).toString(16),
  );
}
