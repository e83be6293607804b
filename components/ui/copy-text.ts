/** Puts a text on the clipboard. Browsers offer theirs on https and the loopback only: elsewhere it goes by a field that is chosen and copied. @returns whether it is there */
export async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return copyFromField(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    console.warn('the clipboard was refused', error);
    return copyFromField(text);
  }
}

function copyFromField(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
