import { isFlow } from "../../groups/groups.ts";
import type { Points } from "../../types.ts";
import type { Arranged, Request } from "../types.ts";
import { groupColumns } from "./bar-sizes.ts";
import type { Bar, Division, FlowLayout } from "./types.ts";

/** The children of the whole as bars at the ends of bands, or the whole before it flows. Null where the stage has no flow. */
export function arrangeFlow({ scene, flow }: Request): Arranged | null {
  if (flow === null) return null;
  return isFlow(scene) ? placeBars(flow, scene.split) : flow.open;
}

/** The bars, with gaps where the scene divides them. The remainder keeps its place. */
function placeBars(flow: FlowLayout, split: readonly string[]): Arranged {
  const { pitch, heading, inBars, bars, bands } = flow;
  const to = { x: inBars.x.slice(), y: inBars.y.slice() };
  for (const { bar } of bars) {
    const division = bar.divisions.find((division) => division.split === split);
    if (division) divideBar(to, flow, bar, division);
  }
  const labels = [
    heading,
    ...bars.flatMap(({ label, groupLabels }) => [label, ...(groupLabels.get(split) ?? [])]),
  ];
  return { ...to, pitch, labels, bands, isFixed: true };
}

/** Moves the groups of a bar apart: every dot along its row, so that none passes another. */
function divideBar(to: Points, { rows, pitch, inBars }: FlowLayout, bar: Bar, division: Division): void {
  const { starts } = groupColumns(division, rows, pitch);
  division.groups.forEach(({ start, count }, group) => {
    const inLastColumn: number[] = [];
    for (let q = 0; q < count; q++) {
      const dot = start + q;
      const column = Math.floor(q / rows);
      to.x[dot] = inBars.x[bar.start] + (starts[group] + column) * pitch;
      if (q >= count - (count % rows)) inLastColumn.push(dot);
    }
    // A last column that is not full is filled from its top.
    inLastColumn.sort((a, b) => to.y[a] - to.y[b]);
    inLastColumn.forEach((dot, row) => (to.y[dot] = inBars.y[bar.start + row]));
  });
}
