/** How many times Shift is pressed to leave, and how long each press counts: milliseconds. */
const pressesToLeave = 3;
const pressCounts = 5000;
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
 * in the history, and blanks it again should the browser bring it back. Without this it is a link.
 */
export function guardExit(link: HTMLAnchorElement): void {
  const state: State = { presses: 0, modifies: false, timer: undefined, left: false };
  const status = document.createElement("p");
  status.className = "unseen";
  status.role = "status";
  link.after(status);

  const leave = () => {
    state.left = true;
    document.title = blankTitle;
    document.documentElement.classList.add("left");
    void goToFirstEntry().finally(() => location.replace(link.href));
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

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", ({ key, ctrlKey, altKey, metaKey }) => {
    state.modifies = key !== "Shift" || ctrlKey || altKey || metaKey;
    if (state.modifies && state.presses > 0) count(0, "");
  });
  addEventListener("pointerdown", () => (state.modifies = true));
  addEventListener("keyup", ({ key, target }) => {
    if (key !== "Shift" || state.modifies) return;
    if (!(target instanceof Element && target.matches(fields))) press();
  });
  addEventListener("pageshow", () => state.left && leave());
  document.documentElement.classList.add("guarded");
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
