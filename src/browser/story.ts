import { createStageView } from "./stage-view.ts";

for (const sequence of document.querySelectorAll<HTMLElement>(".sequence"))
  createStageView(sequence)?.start();
