import { words } from "virtual:words/exit";

/** How many times Shift is pressed to leave, and how long each press counts: milliseconds. */
const pressesToLeave = 3;
const pressCounts = 5000;
/** How long all that comes before leaving may take; then the page is left without it: milliseconds. */
const patience = 500;
/** With an empty title browsers show the address instead. */
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

/** What the history keeps of a page that is being left, so that a reload leaves it too. */
interface HistoryState {
  readonly left?: boolean;
}

/**
 * Makes a link the quick way out: pressed, or Shift three times, it blanks the page at once, takes the page's place
 * in the history, and leaves again should the browser bring the page back. Without this it is a link.
 *
 * It rests on nothing that can fail or be slow: the page is blank because nothing is in it any more, whatever its
 * styles; the script comes first, shares no file with another, and hears before any other does; and whatever goes
 * wrong on the way, the page is left (docs/decisions/0012-the-way-out.md).
 */
export function guardExit(link: HTMLAnchorElement): void {
  const state: State = { presses: 0, modifies: false, timer: undefined, left: false };
  const status = document.createElement("p");
  status.className = "unseen";
  status.ariaLive = "polite";
  link.after(status);
  // A link that is dragged a little would not be pressed.
  link.draggable = false;

  const count = (presses: number, message: string) => {
    clearTimeout(state.timer);
    state.presses = presses;
    link.dataset["presses"] = "●".repeat(presses);
    status.textContent = message;
  };

  const leave = () => {
    state.left = true;
    try {
      blank();
      // Who presses on does not ask anew for what is on its way.
      count(0, "");
    } finally {
      const before = Promise.allSettled([painted(), goToFirstEntry()]);
      void Promise.race([before, wait(patience)]).then(() => goTo(link.href));
    }
  };

  const press = () => {
    const presses = state.presses + 1;
    if (presses === pressesToLeave) return leave();
    count(presses, words.missing({ presses: pressesToLeave - presses }));
    state.timer = setTimeout(() => count(0, words.stays), pressCounts);
  };

  // In the capture phase, at the window: no other script can end the event before.
  const hear = <Kind extends keyof WindowEventMap>(
    kind: Kind,
    listen: (event: WindowEventMap[Kind]) => void,
    passive = false,
  ) => addEventListener(kind, listen, { capture: true, passive });
  const pressed = (event: MouseEvent) => {
    if (!(event.target instanceof Node && link.contains(event.target))) return;
    event.preventDefault();
    leave();
  };
  hear("click", pressed);
  // The middle button would open the other site beside this page.
  hear("auxclick", (event) => event.button === 1 && pressed(event));
  hear("keydown", ({ key, ctrlKey, altKey, metaKey }) => {
    state.modifies = key !== "Shift" || ctrlKey || altKey || metaKey;
    if (state.modifies && state.presses > 0) count(0, "");
  });
  hear("pointerdown", () => (state.modifies = true));
  hear("wheel", () => (state.modifies = true), true);
  hear("keyup", ({ key, target }) => {
    if (key !== "Shift" || state.modifies) return;
    if (!(target instanceof Element && target.matches(fields))) press();
  });
  hear("pageshow", ({ persisted }) => persisted && state.left && leave());
  addNoEntries();
  document.documentElement.classList.add("guarded");
  if ((history.state as HistoryState | null)?.left) leave();
}

/** Takes everything out of the page. */
function blank(): void {
  document.querySelector("body")?.remove();
  document.title = blankTitle;
  // Safari paints nothing while a page is on its way: one that was asked for before is not wanted any more.
  stop();
}

/** Safari paints nothing from when it asks for another page until that answers: the blank page must come before. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

function wait(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** Goes elsewhere in the page's place. */
function goTo(address: string): void {
  const left: HistoryState = { left: true };
  try {
    history.replaceState(left, "");
  } finally {
    location.replace(address);
  }
}

/**
 * Has links within the page add no entries to the history: Back could lead to one before the page's last entry, and
 * Forward to one after its first.
 */
function addNoEntries(): void {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const address = link?.getAttribute("href");
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!address?.startsWith("#") || link?.target || modified || event.defaultPrevented) return;
    event.preventDefault();
    location.replace(address);
  };
  // Added anew at each click, so that it comes after all others at the window: they may make something else of a link.
  const comeLast = () => {
    removeEventListener("click", follow);
    addEventListener("click", follow);
  };
  addEventListener("click", comeLast, { capture: true });
}

/** Goes to the first entry that the history has of this page: an address that was edited by hand may have added one. */
async function goToFirstEntry(): Promise<void> {
  if (!("navigation" in window)) return;
  const { currentEntry } = navigation;
  const first = navigation.entries().find(({ sameDocument }) => sameDocument);
  if (first && first.key !== currentEntry?.key) await navigation.traverseTo(first.key).finished;
}

const link = document.querySelector<HTMLAnchorElement>("a.exit");
if (link) guardExit(link);
