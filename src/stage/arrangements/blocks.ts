import type { LabelledGroup } from "../groups/labelled.ts";
import { cellsByRow, points, setIntoCells } from "../motion/grid.ts";
import { max, sum } from "../numbers.ts";
import { breakLabel, labelGap, leastWidth, placeLabel, type BrokenLabel } from "../words/labels.ts";
import { coarsestPitch, finestPitch, largest } from "./fit.ts";
import type { Arranged, Request } from "./types.ts";

/** Room between groups on a shelf and between shelves: in font sizes. */
const groupGap = 1.6;
const shelfGap = 1.2;

/** The least width for a label, in font sizes. */
const narrowestLabel = 9;

/** How groups are packed: about `aspect` times as wide as high; up to `labelWidth` font sizes words are not broken. */
interface Packing {
  readonly aspect: number;
  readonly labelWidth: number;
}

/** The packings that are tried, the best liked first: a later one must have so many times larger dots. */
const packings: readonly Packing[] = [12, narrowestLabel].flatMap((labelWidth) =>
  [1, 0.5, 0.7, 1.5, 2.2, 3.5].map((aspect) => ({ aspect, labelWidth })),
);
const packingGain = 1.2;

/** One group on its shelf: its label ends where its dots begin. In pixels but for the columns. */
interface Block {
  readonly group: LabelledGroup;
  readonly label: BrokenLabel;
  readonly left: number;
  readonly columns: number;
  readonly width: number;
  readonly dotsHeight: number;
}

type Shelf = readonly Block[];

/** Groups as packed blocks with their labels on top: dots of one size, as large as the stage allows. */
export function arrangeBlocks(request: Request): Arranged {
  const { count, fontSize } = request;
  const { packing, pitch } = choosePacking(request);
  const to = points(count);
  const labels = [];
  let top = 0;
  for (const shelf of fillShelves(request, packing, pitch)) {
    const dotsTop = top + labelsHeight(shelf, fontSize);
    for (const { group, label, left, columns } of shelf) {
      labels.push(placeLabel(label, left, dotsTop - fontSize * labelGap - label.height));
      setIntoCells(to, group.start, cellsByRow(group.count, columns), { left, top: dotsTop, pitch });
    }
    top += shelfHeight(shelf, fontSize) + fontSize * shelfGap;
  }
  return { ...to, pitch, labels, bands: [], isFixed: false };
}

function choosePacking(request: Request): { readonly packing: Packing; readonly pitch: number } {
  const coarsest = coarsestPitch(request.size);
  const tried = packings.map((packing) => ({
    packing,
    pitch: largest(finestPitch, coarsest, (pitch) => fits(request, packing, pitch)) ?? finestPitch,
  }));
  return tried.reduce((best, other) => (other.pitch > best.pitch * packingGain ? other : best));
}

function fits(request: Request, packing: Packing, pitch: number): boolean {
  const { size, fontSize } = request;
  const shelves = fillShelves(request, packing, pitch);
  const gaps = (shelves.length - 1) * fontSize * shelfGap;
  const widest = max(shelves.flat().map(({ left, width }) => left + width));
  const height = gaps + sum(shelves.map((shelf) => shelfHeight(shelf, fontSize)));
  return height <= size.height && widest <= size.width;
}

/** Groups on shelves from left to right, in order. */
function fillShelves(
  { groups, size, fontSize }: Request,
  { aspect, labelWidth }: Packing,
  pitch: number,
): Shelf[] {
  const mostColumns = Math.max(1, Math.floor(size.width / pitch));
  const shelves: Block[][] = [[]];
  let left = 0;
  for (const group of groups) {
    const columns = groups.length === 1 ? mostColumns : columnsFor(group.count, mostColumns, aspect);
    const unbroken = leastWidth(group.label, fontSize * labelWidth);
    const room = Math.max(columns * pitch, fontSize * narrowestLabel, unbroken);
    const label = breakLabel(group.label, Math.min(size.width, room));
    const width = Math.max(Math.min(columns, group.count) * pitch, label.width);
    if (left > 0 && left + width > size.width) {
      shelves.push([]);
      left = 0;
    }
    const dotsHeight = Math.ceil(group.count / columns) * pitch;
    shelves[shelves.length - 1].push({ group, label, left, columns, width, dotsHeight });
    left += width + fontSize * groupGap;
  }
  return shelves.map((shelf) => (shelf.length === 1 ? [widenLabel(shelf[0], size.width)] : shelf));
}

/** Columns of a block about `aspect` times as wide as high, with a last row that is as full as can be. */
function columnsFor(count: number, most: number, aspect: number): number {
  const missing = (columns: number) => (columns - (count % columns)) % columns;
  const about = Math.max(1, Math.ceil(Math.sqrt(count * aspect)));
  let best = about;
  for (let columns = about; columns <= about * 1.15; columns++) {
    if (missing(columns) < missing(best)) best = columns;
  }
  return Math.min(best, most);
}

/** A group that has a shelf for itself: its label may take the whole width. */
function widenLabel(block: Block, room: number): Block {
  const label = breakLabel(block.group.label, room);
  return { ...block, label, width: Math.max(block.width, label.width) };
}

function labelsHeight(shelf: Shelf, fontSize: number): number {
  return (
    max(
      shelf.map(({ label }) => label.height),
      0,
    ) +
    fontSize * labelGap
  );
}

function shelfHeight(shelf: Shelf, fontSize: number): number {
  return (
    labelsHeight(shelf, fontSize) +
    max(
      shelf.map(({ dotsHeight }) => dotsHeight),
      0,
    )
  );
}
