import { words } from "virtual:words/stage";

/** A small card that shows a receipt where the reader is. */
export interface ReceiptCard {
  readonly element: HTMLElement;
  /**
   * Shows a copy of a receipt, and buttons below it, next to a box of the window. In the page, for screen readers and,
   * where it stays, for the Tab key, it comes right after an element.
   */
  show(
    receipt: Element,
    near: DOMRect,
    after: Element,
    buttons: readonly HTMLElement[],
    stays: boolean,
  ): void;
  /** Puts it next to a box of the window. */
  place(near: DOMRect): void;
  hide(): void;
}

/** Room between the card and what it belongs to, and between the card and the window's edge, in pixels. */
const gap = 8;
const borders = 2;

/** Puts an element that stays where it is in the window next to a box of the window: below it, or above it. */
export function placeBeside(element: HTMLElement, near: DOMRect): void {
  const { width } = element.getBoundingClientRect();
  const left = Math.max(gap, Math.min(near.left, document.documentElement.clientWidth - width - gap));
  // The way out is above everything: what is put here keeps clear of it, and scrolls where there is too little room.
  const ceiling = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
  const height = element.scrollHeight + borders;
  const above = near.top - ceiling - 2 * gap;
  const below = innerHeight - near.bottom - 2 * gap;
  const isBelow = height <= below || above <= below;
  const room = isBelow ? below : above;
  element.style.left = `${left}px`;
  element.style.top = `${isBelow ? near.bottom + gap : near.top - gap - Math.min(height, room)}px`;
  element.style.maxHeight = `${room}px`;
}

export function createReceiptCard(): ReceiptCard {
  const element = document.createElement("div");
  element.className = "receipt screen";
  // No dialog: Firefox tells of one as a window, and Orca loses its place when that is gone.
  element.role = "group";
  element.tabIndex = -1;
  const place = (near: DOMRect) => placeBeside(element, near);
  return {
    element,
    place,
    show(receipt, near, after, buttons, stays) {
      const copies = Array.from(receipt.childNodes, (node) => node.cloneNode(true));
      element.replaceChildren(...copies, ...buttons);
      // So that it is read as soon as the focus comes to it.
      element.ariaLabel = words.receipt({ text: receipt.textContent });
      // One that comes and goes is no stop on the way through the text.
      for (const link of element.querySelectorAll("a")) link.tabIndex = stays ? 0 : -1;
      after.after(element);
      place(near);
    },
    hide: () => element.remove(),
  };
}
