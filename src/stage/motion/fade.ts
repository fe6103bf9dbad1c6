import type { Band, Label } from "../types.ts";
import { lerp, progress } from "./lerp.ts";

/** A label or a band, how much of it is there, and how much it is highlighted: fractions of 1. */
export interface Visible<Item> {
  readonly item: Item;
  readonly visibility: number;
  readonly highlight: number;
}

/** When what goes fades out, and what comes fades in: fractions of a change. */
export interface Fading {
  readonly out: readonly [begins: number, ends: number];
  readonly in: readonly [begins: number, ends: number];
}

/** What is shown of two lists at the progress `t` of a change: what both have stays, and only its highlight changes. */
export function fade<Item extends Label | Band>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
  fading: Fading,
  t: number,
): Visible<Item>[] {
  const show = (item: Item, earlier: Item, visibility: number): Visible<Item> => ({
    item,
    visibility,
    highlight: lerp(Number(earlier.highlighted), Number(item.highlighted), t),
  });
  const out = 1 - progress(t, ...fading.out);
  const come = progress(t, ...fading.in);
  const leaving = before.filter((item) => !after.some((other) => isSame(item, other)));
  const all = [
    ...leaving.map((item) => show(item, item, out)),
    ...after.map((item) => {
      const earlier = before.find((other) => isSame(item, other));
      return show(item, earlier ?? item, earlier ? 1 : come);
    }),
  ];
  return all.filter(({ visibility }) => visibility > 0);
}
