/** How many times Shift is pressed to leave, and how long each press counts: milliseconds. */
const pressesToLeave = 3;
const pressCounts = 5000;
/** How long all that comes before leaving may take; then the page is left without it: milliseconds. */
const patience = 500;
/** A title of nothing would give way to the address. */
const blankTitle = "\u200b";

/** Fields where Shift belongs to what is written. */
const fields = "input:not([type=radio], [type=checkbox], [type=range]), textarea, [contenteditable]";

/** What the way out has counted and done. */
interface State {
  presses: number;
  /** Shift goes with another key, or with a click. */
  modifies: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
  left: boolean;
}

/**
 * Makes a link the quick way out: pressed, or Shift three times, it blanks the page at once, takes the page's place
 * in the history, and leaves again should the browser bring the page back. Without this it is a link.
 *
 * It rests on nothing that can fail or be slow: the page is blank because nothing is in it any more, whatever its
 * styles; the script comes first, shares no file with another, and hears before any other does; and whatever goes
 * wrong on the way, the page is left.
 */
export function guardExit(link: HTMLAnchorElement): void {
  const state: State = { presses: 0, modifies: false, timer: undefined, left: false };
  const status = document.createElement("p");
  status.className = "unseen";
  status.role = "status";
  link.after(status);

  const leave = () => {
    state.left = true;
    try {
      blank();
    } finally {
      const before = Promise.allSettled([painted(), goToFirstEntry()]);
      void Promise.race([before, wait(patience)]).then(() => location.replace(link.href));
    }
  };

  const count = (presses: number, words: string) => {
    clearTimeout(state.timer);
    state.presses = presses;
    link.dataset["presses"] = "●".repeat(presses);
    status.textContent = words;
  };

  const press = () => {
    const presses = state.presses + 1;
    if (presses === pressesToLeave) return leave();
    const missing = pressesToLeave - presses;
    count(presses, `Shift: ${missing} more ${missing === 1 ? "press" : "presses"} to leave this page.`);
    state.timer = setTimeout(() => count(0, "No longer leaving."), pressCounts);
  };

  // Heard on the way down to what is touched: nothing that another script does there comes before.
  const hear = <Kind extends keyof WindowEventMap>(
    kind: Kind,
    listen: (event: WindowEventMap[Kind]) => void,
  ) => addEventListener(kind, listen, { capture: true });
  hear("click", (event) => {
    if (!(event.target instanceof Node && link.contains(event.target))) return;
    event.preventDefault();
    leave();
  });
  hear("keydown", ({ key, ctrlKey, altKey, metaKey }) => {
    state.modifies = key !== "Shift" || ctrlKey || altKey || metaKey;
    if (state.modifies && state.presses > 0) count(0, "");
  });
  hear("pointerdown", () => (state.modifies = true));
  hear("keyup", ({ key, target }) => {
    if (key !== "Shift" || state.modifies) return;
    if (!(target instanceof Element && target.matches(fields))) press();
  });
  hear("pageshow", () => state.left && leave());
  if (!("navigation" in window)) leaveNoPlaces();
  document.documentElement.classList.add("guarded");
}

/** Takes everything out of the page. */
function blank(): void {
  document.querySelector("body")?.remove();
  document.title = blankTitle;
}

/** Safari paints nothing from when it asks for another page until that answers: the blank page must come before. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

function wait(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/**
 * Has links within the page leave no places in the history: only the Navigation API can go back before them all, and
 * Back would lead to the last one. (Safari before 26.2)
 */
function leaveNoPlaces(): void {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link?.getAttribute("href")?.startsWith("#") || modified || event.defaultPrevented) return;
    event.preventDefault();
    location.replace(link.href);
  };
  // Heard last of all: other scripts may make something else of a link.
  addEventListener("click", () => addEventListener("click", follow, { once: true }), { capture: true });
}

/** Goes back before all places on this page that the history has taken down, so that Back can't lead to one. */
async function goToFirstEntry(): Promise<void> {
  if (!("navigation" in window)) return;
  const { currentEntry } = navigation;
  const first = navigation.entries().find(({ sameDocument }) => sameDocument);
  if (first && first.key !== currentEntry?.key) await navigation.traverseTo(first.key).finished;
}

const link = document.querySelector<HTMLAnchorElement>("a.exit");
if (link) guardExit(link);
