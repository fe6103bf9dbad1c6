import { words } from "virtual:words/stage";
import type { Label } from "../stage/types.ts";
import { createReceiptCard, placeBeside } from "./receipt-card.ts";
import type { StageView } from "../stage/page/view.ts";
import { createStatus } from "./status.ts";

/** How long a pointer rests on a number before its receipt opens, and stays away before it closes: milliseconds. */
const restFor = 140;

const numbers = "a.n[href]";

/** The figures that a number counts. */
function figuresOf({ dataset }: HTMLElement): string[] {
  return dataset.of?.split(" ") ?? [];
}

function receiptOf({ hash }: HTMLAnchorElement): Element | null {
  return document.getElementById(hash.slice(1));
}

/** Whether a key made a click: it counts no presses, or, in Firefox, one press of no pointer. */
function isByKey(click: MouseEvent): boolean {
  return click.detail === 0 || (click instanceof PointerEvent && click.pointerType === "");
}

function button(name: string, press: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.textContent = name;
  element.addEventListener("click", press);
  return element;
}

/**
 * Numbers that are alive: rest on one, or reach it with the keyboard, and its dots light up beside its receipt; touch
 * it, or press Enter, and both stay, and the Tab key goes into the receipt. A touch on the stage does the same for what
 * stands there, and can follow one dot. Without this a number is a link to its receipt.
 */
export function connectReceipts(views: readonly StageView[]): void {
  const card = createReceiptCard();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pinned = false;
  /** The number or the stage that the open receipt belongs to. */
  let opener: HTMLElement | null = null;
  let followed: { view: StageView; dot: number | string } | null = null;

  const highlight = (figures: readonly string[] | null) => views.forEach((view) => view.highlight(figures));
  const close = () => {
    clearTimeout(timer);
    // What is taken away would take the focus with it.
    if (inCard(document.activeElement)) opener!.focus();
    pinned = false;
    opener = null;
    card.hide();
    highlight(null);
  };
  const open = (number: HTMLAnchorElement, stays: boolean) => {
    const receipt = receiptOf(number);
    clearTimeout(timer);
    opener = number;
    pinned = stays;
    highlight(figuresOf(number));
    if (receipt) card.show(receipt, number.getBoundingClientRect(), number, [], stays);
  };
  // What a touch or a key has opened stays, wherever the pointer comes to rest as the page moves beneath it.
  const later = (act: () => void) => {
    timer = setTimeout(() => {
      if (!pinned && !inCard(document.activeElement) && !opener?.matches(":focus-visible")) act();
    }, restFor);
  };
  const numberAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>(numbers) : null;
  const inCard = (target: EventTarget | null) => target instanceof Node && card.element.contains(target);

  const follow = (view: StageView, dot: number | string | null) => {
    followed?.view.follow(null);
    followed = dot === null ? null : { view, dot };
    view.follow(dot);
    close();
  };
  const openOnStage = (view: StageView, figure: string, dot: number | null, near: DOMRect) => {
    const receipt = document.getElementById(`r-${figure}`);
    if (receipt === null) return;
    const following = dot !== null && followed?.dot === dot;
    const buttons =
      dot === null
        ? []
        : [
            button(following ? words.stopFollowing : words.follow, () =>
              follow(view, following ? null : dot),
            ),
          ];
    pinned = true;
    opener = view.canvas;
    highlight([figure]);
    // Clear of a stage that leaves room for it: what it lights up is to be seen.
    const { top, height } = view.canvas.getBoundingClientRect();
    const clear = height < innerHeight * 0.75 ? new DOMRect(near.left, top, 0, height) : near;
    // Beside the stage: on it, what lies over the stage would lie over the receipt.
    card.show(receipt, clear, view.canvas.closest(".stage")!, buttons, true);
    if (document.activeElement === view.canvas && dot === null) card.element.focus();
  };
  const scrolled = () => {
    if (!card.element.isConnected || inCard(document.activeElement)) return;
    // A key that leads to a number may scroll to it: its receipt goes with it while it is in sight.
    const box = opener?.matches("a:focus-visible") ? opener.getBoundingClientRect() : null;
    if (box && box.bottom > 0 && box.top < innerHeight) card.place(box);
    else close();
  };

  addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    clearTimeout(timer);
    const number = numberAt(target);
    if (number) later(() => open(number, false));
    else if (card.element.isConnected && !inCard(target)) later(close);
  });
  addEventListener("focusin", ({ target }) => {
    const number = numberAt(target);
    if (number?.matches(":focus-visible")) open(number, false);
    else if (!inCard(target) && target !== opener) close();
  });
  addEventListener("click", (event) => {
    const number = numberAt(event.target);
    if (number) {
      event.preventDefault();
      open(number, true);
      if (isByKey(event)) card.element.focus();
    } else if (!inCard(event.target) && !views.some(({ canvas }) => canvas === event.target)) close();
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  addEventListener("scroll", scrolled, { passive: true });
  addEventListener("toggle", keepWordInSight, { capture: true });

  for (const view of views) {
    view.canvas.addEventListener("click", ({ clientX, clientY }) => {
      void view.touch(clientX, clientY).then((touched) => {
        if (touched === null) close();
        else openOnStage(view, touched.figure, touched.dot, new DOMRect(clientX, clientY, 0, 0));
      });
    });
    exploreByKeyboard(view, openOnStage, inCard, close, (figure) => {
      const dot = followed ? null : figure;
      follow(view, dot);
      return dot === null ? words.noneIsFollowed : words.isFollowed;
    });
  }
}

/**
 * A note opens at its word, or at the window's bottom where a browser can't do that: there too it must not hide it, nor
 * end outside of a low window.
 */
function keepWordInSight({ target }: Event): void {
  if (!(target instanceof HTMLElement && target.matches(":popover-open"))) return;
  target.style.cssText = "";
  const note = target.getBoundingClientRect();
  const word = target.previousElementSibling!.getBoundingClientRect();
  if ((note.top < word.bottom && note.bottom > word.top) || note.bottom > innerHeight) {
    target.style.cssText = "position-area: none; margin: 0";
    placeBeside(target, word);
  }
}

/**
 * One stop for the Tab key; inside it the up and down arrows go through the groups, Enter opens a receipt, and F puts a
 * ring round one dot of the group, or takes it away.
 */
function exploreByKeyboard(
  view: StageView,
  open: (view: StageView, figure: string, dot: number | null, near: DOMRect) => void,
  inCard: (target: EventTarget | null) => boolean,
  close: () => void,
  follow: (figure: string) => string,
): void {
  const { canvas } = view;
  const spoken = createStatus();
  canvas.after(spoken);
  canvas.tabIndex = 0;
  // Screen readers hand the keys on to a slider, and say its value; within an application Orca says nothing at all.
  canvas.role = "slider";
  canvas.ariaLabel = words.name;
  canvas.ariaOrientation = "vertical";
  let at = -1;
  const choose = (labels: readonly Label[], index: number) => {
    at = index;
    canvas.ariaValueNow = `${at + 1}`;
    canvas.ariaValueMax = `${labels.length}`;
    canvas.ariaValueText =
      at < 0
        ? words.noGroup
        : words.group({
            label: `${labels[at].value} ${labels[at].lines.join(" ")}`,
            place: at + 1,
            of: labels.length,
          });
  };
  choose([], -1);
  // Firefox doesn't move the page for what is in sight in part.
  canvas.addEventListener("focus", () => {
    if (canvas.matches(":focus-visible")) canvas.scrollIntoView({ block: "nearest" });
  });
  canvas.addEventListener("blur", ({ relatedTarget }) => {
    if (!inCard(relatedTarget)) choose([], -1);
  });
  canvas.addEventListener("keydown", (event) => {
    const labels = view.labels();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && labels.length > 0) {
      event.preventDefault();
      close();
      choose(labels, (at + step + labels.length + (at < 0 && step < 0 ? 1 : 0)) % labels.length);
      view.highlight([labels[at].figure]);
    } else if (event.key === "f" && at >= 0 && !event.ctrlKey && !event.metaKey) {
      spoken.textContent = follow(labels[at].figure);
    } else if (event.key === "Enter" && at >= 0) {
      const { figure, x, y, width, fontSize } = labels[at];
      const { left, top } = canvas.getBoundingClientRect();
      open(view, figure, null, new DOMRect(left + x, top + y - fontSize, width, fontSize));
    }
  });
}
