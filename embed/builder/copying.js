// Copies the text of a part of the page, and says so.

/**
 * @param {HTMLElement} part a control, or a list of which each item is a line
 * @param {HTMLElement} says
 * @param {string} what is copied: "The snippet"
 */
export async function copyText(part, says, what) {
  const isControl = part instanceof HTMLTextAreaElement;
  const text = isControl ? part.value : [...part.children].map(lineOf).join('\n');
  try {
    await navigator.clipboard.writeText(text);
    says.textContent = `${what} is copied.`;
  } catch {
    part.focus();
    if (isControl) part.select();
    else getSelection()?.selectAllChildren(part);
    says.textContent = `${what} is selected: copy it with Ctrl+C.`;
  }
}

/** @param {Element} item */
const lineOf = (item) => `- ${item.textContent}`;
