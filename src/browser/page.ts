import { connectBounds } from "./bounds.ts";
import { connectSteps } from "./editions.ts";
import { loadPageData } from "./page-data.ts";
import { keepPlace, restorePlace } from "./place.ts";
import { connectReceipts } from "./receipts.ts";
import { createStageView } from "../stage/page/view.ts";

/**
 * Resolves in a task of its own, so that the browser can paint and answer the reader in between: while one long task
 * runs, the page doesn't answer.
 */
function yieldToMain(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** A new reader's page is laid out as it comes near (sequence.css); once all of it is, it has its true height. */
async function layOutAll(unlaid: Iterable<HTMLElement>): Promise<void> {
  for (const element of unlaid) {
    element.style.contentVisibility = "visible";
    element.getBoundingClientRect();
    await yieldToMain();
  }
}

/** Brings a story's page to life. `script`: the address of the script that draws the stages in a worker. */
export async function startPage(script: string): Promise<void> {
  const data = await loadPageData();
  const unlaid = document.querySelectorAll<HTMLElement>(
    ".fresh:not(.embed) :is(.scene + .scene, .sequence ~ *)",
  );
  // Who comes back to a place on the page finds it where it was, so all above it must be there at once.
  restorePlace(() => {
    if (unlaid.length === 0) connectBounds(data?.bounds ?? []);
  });
  await painted();
  await layOutAll(unlaid);
  if (unlaid.length > 0) connectBounds(data?.bounds ?? []);
  // Laid out here, and not with all else that comes before the next paint.
  document.body.getBoundingClientRect();
  await yieldToMain();
  const staged = [...document.querySelectorAll<HTMLElement>(".sequence")].map((sequence, at) => ({
    sequence,
    view: createStageView(sequence, script, data?.stages[at]),
  }));
  const views = staged.flatMap(({ view }) => view ?? []);
  // Whatever goes wrong, the still pictures are right. (Browsers also report harmless things so, without an error.)
  addEventListener("error", ({ error }) => {
    if (error instanceof Error) for (const view of views) view.destroy();
  });
  await yieldToMain();
  for (const view of views) view.start();
  await yieldToMain();
  for (const { sequence, view } of staged) connectSteps(sequence, view);
  connectReceipts(views);
  keepPlace();
}
