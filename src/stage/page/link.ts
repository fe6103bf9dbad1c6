import type { Opening, Order, Reply, Touched } from "./messages.ts";

/** The line from a page to the worker that draws one of its stages. */
export interface Link {
  readonly open: (opening: Opening) => void;
  readonly send: (order: Order) => void;
  /** Asks what stands at a point of the stage, in CSS pixels. */
  readonly touch: (x: number, y: number) => Promise<Touched | null>;
}

/** What a worker says unasked. */
export type Report = Exclude<Reply, { readonly is: "touched" }>;

/** `hear` is called with what the worker says unasked, `fail` where its script breaks. */
export function createLink(worker: Worker, hear: (report: Report) => void, fail: () => void): Link {
  const asked: ((touched: Touched | null) => void)[] = [];
  worker.addEventListener("message", ({ data: reply }: MessageEvent<Reply>) => {
    if (reply.is === "touched") asked.shift()?.(reply.touched);
    else hear(reply);
  });
  worker.addEventListener("error", fail);
  const send = (order: Order) => worker.postMessage(order);
  return {
    open: (opening) => worker.postMessage(opening, [opening.canvas]),
    send,
    touch(x, y) {
      send({ do: "touch", x, y });
      return new Promise((resolve) => asked.push(resolve));
    },
  };
}
