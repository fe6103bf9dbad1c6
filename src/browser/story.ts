import { connectBounds } from "./bounds.ts";
import { connectSteps } from "./editions.ts";
import { bringToLife } from "./receipts.ts";
import { createStageView } from "./stage-view.ts";

const sequences = [...document.querySelectorAll<HTMLElement>(".sequence")];
const unlaid = document.querySelectorAll<HTMLElement>(".fresh :is(.scene + .scene, .sequence ~ *)");

/**
 * Resolves in a task of its own, so that the browser can paint and answer the reader in between. A page that does all
 * at once stands still for as long as that takes.
 */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** A new reader's page is laid out as it comes near (sequence.css); once all of it is, it has its true height. */
async function layOutAll(): Promise<void> {
  for (const element of unlaid) {
    element.style.contentVisibility = "visible";
    element.getBoundingClientRect();
    await breathe();
  }
}

async function start(): Promise<void> {
  // Who comes back to a place on the page finds it where it was, so all above it must be there at once.
  if (unlaid.length === 0) connectBounds();
  await painted();
  await layOutAll();
  if (unlaid.length > 0) connectBounds();
  const staged = sequences.map((sequence) => ({ sequence, view: createStageView(sequence) }));
  const views = staged.map(({ view }) => view).filter((view) => view !== null);
  // Whatever goes wrong, the still pictures are right. (Browsers also report harmless things so, without an error.)
  addEventListener("error", ({ error }) => {
    if (error instanceof Error) for (const view of views) view.destroy();
  });
  await breathe();
  for (const view of views) view.start();
  await breathe();
  for (const { sequence, view } of staged) connectSteps(sequence, view);
  bringToLife(views);
}

void start();
