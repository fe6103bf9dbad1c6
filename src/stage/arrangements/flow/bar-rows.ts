import { cellsByColumn, setIntoCells } from "../../motion/grid.ts";
import { max, sum } from "../../numbers.ts";
import type { Points } from "../../types.ts";
import { breakLabel, labelGap, placeLabel } from "../../words/labels.ts";
import { setLabelsBelow, type LabelRows } from "../../words/rows.ts";
import { largest } from "../fit.ts";
import { groupColumns } from "./bar-sizes.ts";
import type { BarRow, Division, FlowPlan } from "./types.ts";

/** Room below the labels of a bar's groups, in font sizes: they are nearer to their own bar than the next label is. */
const belowGroups = 0.7;

/** The room of the bars: so many rows of dots each, at a pitch, between two edges. In pixels. */
export interface BarGrid {
  readonly rows: number;
  readonly pitch: number;
  readonly left: number;
  readonly right: number;
}

/** The bars one below the other: measured, with no gap between them yet. In pixels. */
export interface BarStack {
  /** Height of the bars and their labels. */
  readonly height: number;
  /** What each bar needs below it for the labels of its groups. */
  readonly below: readonly number[];
  /** The bars from `top` on with gaps of `gap`, or as much as the labels of the groups need. */
  readonly spread: (top: number, gap: number) => BarRow[];
}

/** Measures bars that stand one below the other, each under its label and above those of its groups. */
export function stackBars({ bars, fontSize }: FlowPlan, grid: BarGrid): BarStack {
  const gapToLabel = fontSize * labelGap;
  const measured = bars.map((bar) => {
    const label = breakLabel(bar.label, grid.right - grid.left);
    const divided = bar.divisions.map((division) => ({ division, labels: setGroupLabels(division, grid) }));
    const height = label.height + gapToLabel + Math.min(grid.rows, bar.count) * grid.pitch;
    const groupsHeight = max(
      divided.map(({ labels }) => labels.height),
      0,
    );
    const below = groupsHeight && groupsHeight + fontSize * (labelGap + belowGroups);
    return { bar, label, divided, height, below };
  });
  const spread = (top: number, gap: number) => {
    let next = top;
    return measured.map(({ bar, label, divided, height, below }): BarRow => {
      const top = next;
      next = top + (height + Math.max(gap, below));
      const groupsTop = top + height + gapToLabel;
      const place = ({ placed }: LabelRows) =>
        placed.map(({ label, x, top }) => placeLabel(label, x, groupsTop + top));
      return {
        bar,
        left: grid.left,
        dotsTop: top + label.height + gapToLabel,
        label: placeLabel(label, grid.left, top),
        groupLabels: new Map(divided.map(({ division, labels }) => [division.split, place(labels)])),
      };
    });
  };
  return {
    height: sum(measured.map(({ height }) => height)),
    below: measured.map(({ below }) => below),
    spread,
  };
}

/** The labels of a bar's groups below it: each at its group's left end, as far as they don't collide. */
function setGroupLabels(division: Division, { rows, pitch, left, right }: BarGrid): LabelRows {
  const { starts } = groupColumns(division, rows, pitch);
  const items = division.groups.map(({ label, count }, i) => {
    const x = left + starts[i] * pitch;
    return { label, x, end: x + Math.ceil(count / rows) * pitch };
  });
  return setLabelsBelow(items, right);
}

/** Where all dots stand once those of the bars are in them: column by column. */
export function fillBars(bars: readonly BarRow[], rows: number, pitch: number, closed: Points): Points {
  const to = { x: closed.x.slice(), y: closed.y.slice() };
  for (const { bar, left, dotsTop } of bars) {
    setIntoCells(to, bar.start, cellsByColumn(bar.count, rows), { left, top: dotsTop, pitch });
  }
  return to;
}

/**
 * When each dot of the bars leaves the whole: the first at 0, the last at 1; in each bar the dot that goes farthest goes
 * first. The bars leave all at once, or one after the other from the last to the first.
 */
export function departuresOf(
  { bars, count }: FlowPlan,
  rows: number,
  turns: "at-once" | "in-turn",
): Float64Array {
  const departures = new Float64Array(count);
  const leaving = sum(bars.map((bar) => bar.count));
  let gone = 0;
  for (const bar of bars.toReversed()) {
    const columns = Math.ceil(bar.count / rows);
    cellsByColumn(bar.count, rows).forEach(({ x }, q) => {
      const own = 1 - (x + 0.5) / columns;
      departures[bar.start + q] = turns === "at-once" ? own : (gone + own * bar.count) / leaving;
    });
    gone += bar.count;
  }
  return departures;
}

/**
 * The even gap, from `least` to `most`, that fills a room with as many gaps as `needs` has entries, of which none is
 * smaller than its need. Null where the needs and the least gap don't fit. In pixels.
 */
export function evenGap(needs: readonly number[], room: number, least: number, most: number): number | null {
  const taken = (gap: number) => sum(needs.map((need) => Math.max(gap, need)));
  return largest(least, most, (gap) => taken(gap) <= room);
}
