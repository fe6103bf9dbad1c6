import { startPage } from "./page.ts";
import { startDrawing } from "../stage/page/worker.ts";

// One file for a story's page and for the worker that draws its stage: it is fetched once, and they have much in common.
if (!("document" in globalThis)) startDrawing();
// A browser that takes no styles from a script (Safari before 16.4, Firefox before 101) keeps the page as it came.
else if ("adoptedStyleSheets" in document) void startPage(import.meta.url);
