import type { RunningServer } from "../src/cli/server.ts";
import { builtDocument, scriptsOf } from "./built-page.ts";
import { serveChanged } from "./changed-site.ts";
import type { Scope } from "./engines/types.ts";

/** What the worker of a stage has done. */
export interface Drawing {
  /** How often it drew the dots. */
  readonly times: number;
  /** The words written since then: bold counts with what follows each, as "290 Charged". */
  readonly words: readonly string[];
}

/** In the stage's worker: keeps what is drawn, and tells it to whoever asks. */
function watchDrawing(): void {
  let times = 0;
  let words: string[] = [];
  const prototype: object = OffscreenCanvasRenderingContext2D.prototype;
  const watch = (
    name: string,
    hear: (context: OffscreenCanvasRenderingContext2D, first: unknown) => void,
  ) => {
    const method = Reflect.get(prototype, name) as (...values: unknown[]) => void;
    Reflect.set(prototype, name, function (this: OffscreenCanvasRenderingContext2D, ...values: unknown[]) {
      hear(this, values[0]);
      method.apply(this, values);
    });
  };
  watch("putImageData", () => {
    times++;
    words = [];
  });
  watch("fillText", ({ font }, text) => {
    const isCount = /^(bold|700) /.test(font);
    words.push(isCount ? String(text) : `${words.pop()} ${String(text).trim()}`);
  });
  const channel = new BroadcastChannel("drawing");
  channel.onmessage = () => channel.postMessage({ times, words });
}

/** Serves the built site with a stage that keeps what it draws. */
export async function serveWatched(): Promise<RunningServer> {
  const [, story] = scriptsOf(await builtDocument());
  return serveChanged(async (path, original) => {
    if (path !== `/${story}`) return undefined;
    return { body: `if (!("document" in globalThis)) (${watchDrawing.toString()})();\n${await original()}` };
  });
}

/** What the stage of a page of that site has drawn so far. */
export function drawingOf(scope: Scope): Promise<Drawing> {
  return scope.evaluate(
    () =>
      new Promise<Drawing>((resolve) => {
        const channel = new BroadcastChannel("drawing");
        channel.onmessage = ({ data }: MessageEvent<Drawing>) => {
          channel.close();
          resolve(data);
        };
        channel.postMessage(null);
      }),
  );
}
