import { connectSteps } from "./editions.ts";
import { bringToLife } from "./receipts.ts";
import { createStageView } from "./stage-view.ts";

const sequences = [...document.querySelectorAll<HTMLElement>(".sequence")];
const staged = sequences.map((sequence) => ({ sequence, view: createStageView(sequence) }));
const views = staged.map(({ view }) => view).filter((view) => view !== null);
// Whatever goes wrong, the still pictures are right. (Browsers also report harmless things so, without an error.)
addEventListener("error", ({ error }) => {
  if (error instanceof Error) for (const view of views) view.destroy();
});
for (const view of views) view.start();
for (const { sequence, view } of staged) connectSteps(sequence, view);
bringToLife(views);
