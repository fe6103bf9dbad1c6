import { startPage } from "./page.ts";
import { startDrawing } from "../stage/page/worker.ts";

// One file for a story's page and for the worker that draws its stage: it is fetched once, and they have much in common.
if ("document" in globalThis) void startPage(import.meta.url);
else startDrawing();
