import { bringToLife } from "./receipts.ts";
import { createStageView } from "./stage-view.ts";

const views = [...document.querySelectorAll<HTMLElement>(".sequence")]
  .map(createStageView)
  .filter((view) => view !== null);
for (const view of views) view.start();
bringToLife(views);
