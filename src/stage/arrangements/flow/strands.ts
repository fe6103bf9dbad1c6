import { lerp } from "../../motion/lerp.ts";
import { sum } from "../../numbers.ts";
import type { Band } from "../../types.ts";
import { trunkOf, type AboveFit } from "./above-fit.ts";
import { bandPath, toBand } from "./bands.ts";
import { quarter } from "./bezier.ts";
import type { Bar, FlowPlan } from "./types.ts";

/** A band is never thinner than this where it leaves the whole, in pixels. */
const thinnestBand = 1.5;

/** One bar's strand of the trunk: its right edge, its thickness there, and the bar that it turns into. In pixels. */
export interface Strand {
  readonly bar: Bar;
  readonly right: number;
  readonly thickness: number;
  readonly trunkTop: number;
  readonly dotsTop: number;
  /** Thickness of the bar. */
  readonly barThickness: number;
  /** Where it reaches the bar. */
  readonly arrive: number;
}

/** The trunk's strands from right to left: the bar that leaves first hangs at the right. */
export function hangStrands(plan: FlowPlan, { rows, pitch, top, remainderEnd, bars }: AboveFit): Strand[] {
  const { width, barsLeft } = trunkOf(plan);
  const thicknesses = thicknessesOf(plan.bars, width);
  const trunkTop = plan.remainder ? remainderEnd + plan.fontSize * 0.3 : top;
  let right = width;
  return bars.map(({ bar, dotsTop }, i) => {
    const strand = {
      bar,
      right,
      thickness: thicknesses[i],
      trunkTop,
      dotsTop,
      barThickness: Math.min(rows, bar.count) * pitch,
      arrive: barsLeft - pitch * 0.5,
    };
    right -= thicknesses[i];
    return strand;
  });
}

/** How thick the strands of some bars are, in proportion to their counts; in all as thick as `room`, in pixels. */
function thicknessesOf(bars: readonly Bar[], room: number): number[] {
  const leaving = sum(bars.map(({ count }) => count));
  const wished = bars.map(({ count }) =>
    count === 0 ? 0 : Math.max(thinnestBand, (room * count) / leaving),
  );
  const used = sum(wished);
  return wished.map((thickness) => (used === 0 ? 0 : (thickness * room) / used));
}

/**
 * The way of one dot, in pixels: down the trunk at `x`, round a corner that begins `bend` above the row at `y`, and from
 * `arrive` on along that row of the bar.
 */
export interface Lane {
  readonly x: number;
  readonly y: number;
  readonly arrive: number;
  readonly bend: number;
}

/**
 * The lane of a strand that leads into its bar at the fraction `across` (0 to 1) of the bar's thickness, from the top; no
 * nearer than `inset` pixels to the stage's edge.
 */
export function laneIn(strand: Strand, across: number, inset: number): Lane {
  const { right, thickness, trunkTop, dotsTop, barThickness, arrive } = strand;
  const x = Math.max(inset, right - thickness * across);
  const y = dotsTop + barThickness * across;
  const bend = Math.min((arrive - x) * 0.9, Math.max(0, y - trunkTop));
  return { x, y, arrive, bend };
}

/** The soft band of a strand, between its uppermost and its lowest lane. */
export function bandBelow(strand: Strand): Band {
  const inner = laneIn(strand, 0, 0);
  const outer = laneIn(strand, 1, 0);
  const into = ({ x, arrive }: Lane) => lerp(arrive, x, quarter);
  const above = ({ y, bend }: Lane) => y - bend + bend * quarter;
  const top = strand.trunkTop;
  const path = bandPath(
    [inner.x, top],
    [
      [inner.x, inner.y - inner.bend],
      [inner.x, above(inner), into(inner), inner.y, inner.arrive, inner.y],
      [outer.arrive, outer.y],
      [into(outer), outer.y, outer.x, above(outer), outer.x, outer.y - outer.bend],
      [outer.x, top],
    ],
  );
  return toBand(strand.bar, path);
}
