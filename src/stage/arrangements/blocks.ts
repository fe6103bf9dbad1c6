import { sum } from "../groups/dots.ts";
import type { Arranged, LooseGroup } from "../groups/groups.ts";
import { finest, largest } from "../motion/grid.ts";
import { breakLines, labelGap, leastWidth, placeLabel, type Wording } from "../words/labels.ts";
import { coarsestPitch } from "./flow/parting.ts";
import type { Size } from "../types.ts";

/** Room between groups on a shelf and between shelves: in font sizes. */
const aisle = 1.6;
const shelfGap = 1.2;

/** The least width for words, in font sizes. */
const narrowestWords = 9;

/** How groups are packed: about so many times as wide as high, with words of up to so many font sizes unbroken. */
interface Packing {
  readonly aspect: number;
  readonly words: number;
}

/** The packings that are tried, the best liked first: another must have so much larger dots. */
const packings: readonly Packing[] = [12, narrowestWords].flatMap((words) =>
  [1, 0.5, 0.7, 1.5, 2.2, 3.5].map((aspect) => ({ aspect, words })),
);
const worth = 1.2;

/** One group on its shelf: its words end where its dots begin. In pixels but for the columns. */
interface Block {
  readonly group: LooseGroup;
  readonly words: Wording;
  readonly left: number;
  readonly columns: number;
  readonly width: number;
  readonly dotsHeight: number;
}

/** About so many times as wide as high, but with a last row that is as full as can be. */
function columnsFor(count: number, most: number, aspect: number): number {
  const about = Math.max(1, Math.ceil(Math.sqrt(count * aspect)));
  let best = about;
  for (let columns = about; columns <= about * 1.15; columns++) {
    const missing = (columns: number) => (columns - (count % columns)) % columns;
    if (missing(columns) < missing(best)) best = columns;
  }
  return Math.min(best, most);
}

/** Groups on shelves from left to right, in order. */
function shelve(
  groups: readonly LooseGroup[],
  size: Size,
  em: number,
  packing: Packing,
  pitch: number,
): Block[][] {
  const most = Math.max(1, Math.floor(size.width / pitch));
  const shelves: Block[][] = [[]];
  let left = 0;
  for (const group of groups) {
    const columns = groups.length === 1 ? most : columnsFor(group.count, most, packing.aspect);
    const words = breakLines(
      group.words,
      Math.min(
        size.width,
        Math.max(columns * pitch, em * narrowestWords, leastWidth(group.words, em * packing.words)),
      ),
    );
    const width = Math.max(Math.min(columns, group.count) * pitch, words.width);
    if (left > 0 && left + width > size.width) {
      shelves.push([]);
      left = 0;
    }
    const dotsHeight = Math.ceil(group.count / columns) * pitch;
    shelves.at(-1)!.push({ group, words, left, columns, width, dotsHeight });
    left += width + em * aisle;
  }
  return shelves.map((shelf) =>
    shelf.length > 1 ? shelf : shelf.map((block) => widened(block, size.width)),
  );
}

/** A group that has a shelf for itself: its words may take the whole of it. */
function widened(block: Block, room: number): Block {
  const words = breakLines(block.group.words, room);
  return { ...block, words, width: Math.max(block.width, words.width) };
}

function wordsHeight(shelf: readonly Block[], em: number): number {
  return Math.max(0, ...shelf.map(({ words }) => words.height)) + em * labelGap;
}

function shelfHeight(shelf: readonly Block[], em: number): number {
  return wordsHeight(shelf, em) + Math.max(0, ...shelf.map(({ dotsHeight }) => dotsHeight));
}

/** Groups as packed blocks with their words on top: dots of one size, as large as the stage allows. */
export function arrangeBlocks(
  groups: readonly LooseGroup[],
  count: number,
  size: Size,
  em: number,
): Arranged {
  const fits = (packing: Packing, pitch: number) => {
    const shelves = shelve(groups, size, em, packing, pitch);
    const gaps = (shelves.length - 1) * em * shelfGap;
    const widest = Math.max(...shelves.flat().map(({ left, width }) => left + width));
    return gaps + sum(shelves.map((shelf) => shelfHeight(shelf, em))) <= size.height && widest <= size.width;
  };
  const coarsest = coarsestPitch(size);
  const { packing, pitch } = packings
    .map((packing) => ({
      packing,
      pitch: largest(finest, coarsest, (pitch) => fits(packing, pitch)) ?? finest,
    }))
    .reduce((best, other) => (other.pitch > best.pitch * worth ? other : best));
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  const labels = [];
  let top = 0;
  for (const shelf of shelve(groups, size, em, packing, pitch)) {
    const dotsTop = top + wordsHeight(shelf, em);
    for (const { group, words, left, columns } of shelf) {
      labels.push(placeLabel(words, left, dotsTop - em * labelGap - words.height, true));
      for (let q = 0; q < group.count; q++) {
        x[group.start + q] = left + ((q % columns) + 0.5) * pitch;
        y[group.start + q] = dotsTop + (Math.floor(q / columns) + 0.5) * pitch;
      }
    }
    top += shelfHeight(shelf, em) + em * shelfGap;
  }
  return { x, y, pitch, labels };
}
