import type { Arranged, LooseGroup } from "../groups/groups.ts";
import { finest } from "../motion/grid.ts";
import { breakLines, labelGap, placeLabel } from "../words/labels.ts";
import { coarsestPitch, rowsOf } from "./flow/parting.ts";
import type { Size } from "../types.ts";

/** The most lines that a name may take under an upright bar, and the width of the bar: a share of its slot. */
const mostLines = 3;
const barShare = 0.85;
/** Room between lying bars, and between the words of upright ones: in font sizes. */
const lyingGap = 0.5;
const wordGap = 1;

/** What the bars share: `thick` is the number of dots across a bar. */
interface Fit {
  readonly pitch: number;
  readonly thick: number;
}

/** `limit`: the largest pitch at which bars so many dots thick fit. */
function fitBars(count: number, size: Size, limit: (thick: number) => number): Fit {
  const coarsest = coarsestPitch(size);
  const fits = Array.from({ length: Math.ceil(Math.sqrt(count)) + 1 }, (_, i) => ({
    thick: i + 1,
    pitch: Math.max(finest, Math.min(coarsest, limit(i + 1))),
  }));
  return fits.reduce((best, fit) => (fit.pitch > best.pitch ? fit : best));
}

/** Upright bars may have so much smaller dots than lying ones. */
const uprightPreference = 0.8;

/** Groups as bars of equal width: upright where their names fit side by side, or lying where that makes larger dots. */
export function arrangeBars(groups: readonly LooseGroup[], count: number, size: Size, em: number): Arranged {
  const slot = size.width / groups.length;
  const room = slot - em * wordGap;
  const words = groups.map((group) => breakLines(group.words, room));
  const unbroken = groups.every(({ words: { valueWidth, words } }) =>
    [valueWidth, ...words.map(({ width }) => width)].every((width) => width <= room),
  );
  const lying = lieDown(groups, count, size, em);
  if (!unbroken || words.some(({ lines }) => lines.length > mostLines)) return lying;
  const upright = standUp(groups, count, size, em, slot);
  return upright.pitch < lying.pitch * uprightPreference ? lying : upright;
}

function mostOf(groups: readonly LooseGroup[]): number {
  return Math.max(1, ...groups.map((group) => group.count));
}

/** Upright bars on one ground, their words below it. `slot` is the width for each, in pixels. */
function standUp(
  groups: readonly LooseGroup[],
  count: number,
  size: Size,
  em: number,
  slot: number,
): Arranged {
  const words = groups.map((group) => breakLines(group.words, slot - em * wordGap));
  const ground = size.height - Math.max(...words.map(({ height }) => height)) - em * labelGap;
  const { pitch, thick } = fitBars(count, size, (thick) =>
    Math.min((slot * barShare) / thick, ground / Math.ceil(mostOf(groups) / thick)),
  );
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  const labels = groups.map((group, i) => {
    const left = slot * i;
    for (let q = 0; q < group.count; q++) {
      x[group.start + q] = left + ((q % thick) + 0.5) * pitch;
      y[group.start + q] = ground - (Math.floor(q / thick) + 0.5) * pitch;
    }
    return placeLabel(words[i], left, ground + em * labelGap, true);
  });
  return { x, y, pitch, labels };
}

/** Lying bars, each under its words. */
function lieDown(groups: readonly LooseGroup[], count: number, size: Size, em: number): Arranged {
  const words = groups.map((group) => breakLines(group.words, size.width));
  const gaps = (groups.length - 1) * em * lyingGap;
  const room = words.reduce((rest, { height }) => rest - height - em * labelGap, size.height - gaps);
  const { pitch, thick } = fitBars(count, size, (thick) =>
    Math.min(room / rowsOf(groups, thick), size.width / Math.ceil(mostOf(groups) / thick)),
  );
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  let top = 0;
  const labels = groups.map((group, i) => {
    const label = placeLabel(words[i], 0, top, true);
    top += words[i].height + em * labelGap;
    for (let q = 0; q < group.count; q++) {
      x[group.start + q] = (Math.floor(q / thick) + 0.5) * pitch;
      y[group.start + q] = top + ((q % thick) + 0.5) * pitch;
    }
    top += Math.min(thick, group.count) * pitch + em * lyingGap;
    return label;
  });
  return { x, y, pitch, labels };
}
