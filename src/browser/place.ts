/**
 * What the history keeps with the page's entry, for a reader who loads it anew or comes back to it. It is gone with the
 * tab, and nothing else is stored.
 */
interface Place {
  /** The edition that was chosen. */
  readonly edition?: string;
  /** How far down the page was left, in CSS pixels. */
  readonly top?: number;
}

/**
 * Takes readers who come back to the edition that they had chosen and, once `grow` has given the page its height, to
 * where they were. Browsers do the latter themselves, but some before the page is as high as it was, and then never again.
 */
export function restorePlace(grow: () => void): void {
  const { edition, top = 0 } = read();
  const choices = [...document.querySelectorAll<HTMLInputElement>("[name=edition]")];
  const keep = () => write({ edition: choices.find(({ checked }) => checked)?.value });
  for (const choice of choices) {
    if (choice.value === edition) choice.checked = true;
    choice.addEventListener("change", keep);
  }
  grow();
  if (top > scrollY) scrollTo(0, top);
  // Browsers don't always keep what is written last: none is better than an old one.
  write({ top: undefined });
  addEventListener("pagehide", () => write({ top: scrollY }));
  // A link within the page replaces what the history has of it.
  addEventListener("popstate", keep);
}

function read(): Place {
  return (history.state as Place | null) ?? {};
}

function write(place: Place): void {
  history.replaceState({ ...read(), ...place }, "");
}
