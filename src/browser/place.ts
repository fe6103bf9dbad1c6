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
  const { style } = document.documentElement;
  // Browsers that have been there before would keep what they found in its place, above which the page grows.
  style.overflowAnchor = "none";
  grow();
  // To ask where the page is has it laid out: who is new is spared that.
  if (top > 0 && top > scrollY) scrollTo(0, top);
  requestAnimationFrame(() => requestAnimationFrame(() => (style.overflowAnchor = "")));
  // Browsers don't always keep what is written last: what was written at rest is there then.
  write({ top: undefined });
  addEventListener("pagehide", () => write({ top: scrollY }));
  // A link within the page replaces what the history has of it.
  addEventListener("popstate", keep);
}

/** What is read, line by line. The line of steps stays in its place, and what is folded in has none. */
const words = "main :is(p, h1, h2, h3, li):not(.steps *, details *)";
/**
 * A reader stands still for so long before it counts where, in milliseconds: not while a turn of the window is on its
 * way. Safari lets a page write to its history a hundred times in thirty seconds.
 */
const rest = 350;

/** Keeps what is read where it is when the window gets another width, as a phone that is turned: browsers keep a number. */
export function keepPlace(): void {
  const root = document.documentElement;
  let anchor:
    { readonly block: Element; readonly edge: "top" | "bottom"; readonly share: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let width = root.clientWidth;
  // How far down the room for words, which begins below all that stays in place there.
  const roomOf = (block: Element) =>
    parseFloat(getComputedStyle(root).scrollPaddingTop) + parseFloat(getComputedStyle(block).scrollMarginTop);
  const shareOf = (block: Element, y: number) => (y - roomOf(block)) / (innerHeight - roomOf(block));
  const find = () => {
    anchor = undefined;
    for (const block of document.querySelectorAll(words)) {
      const { top, bottom, height } = block.getBoundingClientRect();
      if (height <= 1 || bottom <= 0 || top >= innerHeight) continue;
      const end = shareOf(block, bottom);
      if (end > 0.3) {
        anchor = { block, edge: "top", share: shareOf(block, top) };
        return;
      }
      // What has only its end in sight is known by that: its height will be another.
      if (end > 0) anchor = { block, edge: "bottom", share: end };
    }
  };
  addEventListener(
    "scroll",
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        find();
        write({ top: scrollY });
      }, rest);
    },
    { passive: true },
  );
  addEventListener("resize", () => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    if (!anchor || scrollY === 0) return;
    clearTimeout(timer);
    const { block, edge, share } = anchor;
    const room = roomOf(block);
    scrollBy(0, block.getBoundingClientRect()[edge] - room - share * (innerHeight - room));
  });
}

function read(): Place {
  return (history.state as Place | null) ?? {};
}

function write(place: Place): void {
  history.replaceState({ ...read(), ...place }, "");
}
