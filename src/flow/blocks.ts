import type { Arranged, LooseGroup } from "./groups.ts";
import { finest, largest } from "./grid.ts";
import { breakLines, labelGap, placeLabel, type Wording } from "./labels.ts";
import type { Size } from "./types.ts";

/** Room between groups on a shelf and between shelves, and the least width for words: in font sizes. */
const aisle = 1.6;
const shelfGap = 1.2;
const narrowestWords = 9;

/** One group on its shelf: its words end where its dots begin. In pixels but for the columns. */
interface Block {
  readonly group: LooseGroup;
  readonly words: Wording;
  readonly left: number;
  readonly columns: number;
  readonly width: number;
  readonly dotsHeight: number;
}

/** About as high as wide, but with a last row that is as full as can be. */
function columnsFor(count: number, most: number): number {
  const square = Math.max(1, Math.ceil(Math.sqrt(count)));
  let best = square;
  for (let columns = square; columns <= square * 1.15; columns++) {
    const missing = (columns: number) => (columns - (count % columns)) % columns;
    if (missing(columns) < missing(best)) best = columns;
  }
  return Math.min(best, most);
}

/** Groups on shelves from left to right, in order. */
function shelve(groups: readonly LooseGroup[], size: Size, em: number, pitch: number): Block[][] {
  const most = Math.max(1, Math.floor(size.width / pitch));
  const shelves: Block[][] = [[]];
  let left = 0;
  for (const group of groups) {
    const columns = groups.length === 1 ? most : columnsFor(group.count, most);
    const words = breakLines(
      group.words,
      Math.min(size.width, Math.max(columns * pitch, em * narrowestWords)),
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
  return shelves;
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
  const fits = (pitch: number) => {
    const shelves = shelve(groups, size, em, pitch);
    const gaps = (shelves.length - 1) * em * shelfGap;
    const widest = Math.max(...shelves.flat().map(({ left, width }) => left + width));
    return (
      shelves.reduce((sum, shelf) => sum + shelfHeight(shelf, em), gaps) <= size.height &&
      widest <= size.width
    );
  };
  const pitch = largest(finest, Math.min(size.width, size.height) / 8, fits) ?? finest;
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  const labels = [];
  let top = 0;
  for (const shelf of shelve(groups, size, em, pitch)) {
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
