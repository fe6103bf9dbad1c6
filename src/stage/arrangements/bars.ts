import type { LabelledGroup } from "../groups/labelled.ts";
import { cellsByColumn, cellsByRow, points, setIntoCells } from "../motion/grid.ts";
import { max } from "../numbers.ts";
import { breakLabel, labelGap, placeLabel, type BrokenLabel } from "../words/labels.ts";
import { coarsestFit, coarsestPitch, finestPitch, leastPitch, rowsOf } from "./fit.ts";
import type { Arranged, Request } from "./types.ts";

/** The most lines that a label may take under an upright bar. */
const mostLines = 3;
/** Width of an upright bar: a fraction of its slot. */
const barFraction = 0.85;
/** Room between lying bars, and between the labels of upright ones: in font sizes. */
const lyingGap = 0.5;
const labelsGap = 1;
/** Upright bars are preferred as long as their dots are no smaller than this fraction of the lying ones' dots. */
const uprightPreference = 0.8;

/**
 * Groups as bars of equal thickness: upright where their labels fit side by side, or lying where that makes larger
 * dots. Null for a single group, and where the dots would be too small.
 */
export function arrangeBars(request: Request): Arranged | null {
  if (request.groups.length < 2) return null;
  const lying = layBars(request);
  const upright = standBars(request);
  const best = upright && upright.pitch >= lying.pitch * uprightPreference ? upright : lying;
  return best.pitch >= leastPitch ? best : null;
}

/** Upright bars on one ground, their labels below it; null where the labels are too long for that. */
function standBars(request: Request): Arranged | null {
  const { groups, count, size, fontSize } = request;
  const slot = size.width / groups.length;
  const room = slot - fontSize * labelsGap;
  const broken = groups.map(({ label }) => breakLabel(label, room));
  const widest = max(
    groups.flatMap(({ label }) => [label.valueWidth, ...label.words.map(({ width }) => width)]),
  );
  if (widest > room) return null;
  if (broken.some(({ lines }) => lines.length > mostLines)) return null;
  const ground = size.height - max(broken.map(({ height }) => height)) - fontSize * labelGap;
  const { pitch, rows } = fitBars(request, (rows) =>
    Math.min((slot * barFraction) / rows, ground / Math.ceil(longestOf(groups) / rows)),
  );
  const to = points(count);
  const labels = groups.map((group, i) => {
    const left = slot * i;
    const upwards = cellsByRow(group.count, rows).map(({ x, y }) => ({ x, y: -1 - y }));
    setIntoCells(to, group.start, upwards, { left, top: ground, pitch });
    return placeLabel(broken[i], left, ground + fontSize * labelGap);
  });
  return { ...to, pitch, labels, bands: [], isFixed: false };
}

/** Lying bars, each under its label. */
function layBars(request: Request): Arranged {
  const { groups, count, size, fontSize } = request;
  const broken = groups.map(({ label }) => breakLabel(label, size.width));
  const room = roomForLyingBars(broken, request);
  const { pitch, rows } = fitBars(request, (rows) =>
    Math.min(room / rowsOf(groups, rows), size.width / Math.ceil(longestOf(groups) / rows)),
  );
  const to = points(count);
  let top = 0;
  const labels = groups.map((group, i) => {
    const label = placeLabel(broken[i], 0, top);
    const dotsTop = top + (broken[i].height + fontSize * labelGap);
    setIntoCells(to, group.start, cellsByColumn(group.count, rows), { left: 0, top: dotsTop, pitch });
    top = dotsTop + (Math.min(rows, group.count) * pitch + fontSize * lyingGap);
    return label;
  });
  return { ...to, pitch, labels, bands: [], isFixed: false };
}

/** Height that labels and gaps leave for the dots of all bars, in pixels. */
function roomForLyingBars(broken: readonly BrokenLabel[], { size, fontSize }: Request): number {
  const gaps = (broken.length - 1) * fontSize * lyingGap;
  return broken.reduce((room, { height }) => room - height - fontSize * labelGap, size.height - gaps);
}

/** How bars fit: their pitch, and how many dots stand across each. */
interface BarFit {
  readonly pitch: number;
  readonly rows: number;
}

/** The largest dots with which bars fit. `limit`: the largest pitch with so many dots across each. */
function fitBars({ count, size }: Request, limit: (rows: number) => number): BarFit {
  const fit = coarsestFit({
    count,
    limit: (rows) => Math.min(coarsestPitch(size), limit(rows)),
    tryFit: (rows, pitch) => ({ rows, pitch }),
  });
  return fit ?? { rows: 1, pitch: finestPitch };
}

function longestOf(groups: readonly LabelledGroup[]): number {
  return max(
    groups.map(({ count }) => count),
    1,
  );
}
