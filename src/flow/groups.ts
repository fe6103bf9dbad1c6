import { cells, largest, toPoints, type Points } from "./grid.ts";
import { labelGap, place, wording, wordingHeight, wordingWidth, type Wording } from "./labels.ts";
import { groupName } from "./parting.ts";
import { groupsOf } from "./parts.ts";
import type { DotShare } from "./dots.ts";
import type { Label, Size, Stage, StageScene } from "./types.ts";

/** An arrangement of groups that stand apart without bands. */
export interface Arranged extends Points {
  readonly pitch: number;
  readonly labels: readonly Label[];
}

interface Item {
  readonly words: (width: number) => Wording;
  readonly start: number;
  readonly count: number;
}

function itemsOf(stage: Stage, scene: StageScene, share: DotShare, em: number): Item[] {
  const format = new Intl.NumberFormat(stage.locale);
  return groupsOf(stage.figure, scene.split).map(({ figure, top }) => {
    const { start, end } = share.ranges.get(figure.id)!;
    const name = figure === stage.figure ? stage.noun.many : groupName(top, figure);
    return { start, count: end - start, words: (width) => wording(figure, name, format, em, width) };
  });
}

/** A box for one group: its words on top or below, its dots as a grid of so many rows or columns. */
interface Box {
  readonly item: Item;
  readonly words: Wording;
  readonly left: number;
  readonly wordsTop: number;
  readonly dotsTop: number;
  readonly dotsLeft: number;
  readonly columns: number;
}

/** Fills each box row by row, or from its last row up where `rising`; whole pixels are not needed. */
function settle(
  count: number,
  boxes: readonly Box[],
  pitch: number,
  rising: boolean,
  middle: boolean,
): Arranged {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (const { item, columns, dotsLeft, dotsTop } of boxes) {
    const grid = cells(item.count);
    for (let q = 0; q < item.count; q++) {
      grid.column[q] = q % columns;
      grid.row[q] = rising ? -1 - Math.floor(q / columns) : Math.floor(q / columns);
    }
    const at = toPoints(grid, pitch, dotsLeft, dotsTop);
    x.set(at.x, item.start);
    y.set(at.y, item.start);
  }
  const labels = boxes.map(({ words, left, wordsTop }) =>
    place(words, left, wordsTop, true, middle ? "middle" : "start"),
  );
  return { x, y, pitch, labels };
}

const smallestPitch = 0.2;

/** Groups as packed blocks on shelves, in order; all dots of one size, as large as the stage allows. */
export function arrangeBlocks(
  stage: Stage,
  scene: StageScene,
  share: DotShare,
  size: Size,
  em: number,
): Arranged {
  const items = itemsOf(stage, scene, share, em);
  const alone = items.length === 1;
  const narrowest = Math.min(size.width, alone ? size.width : em * 9);
  const pack = (pitch: number): { boxes: Box[]; height: number } => {
    const boxes: Box[] = [];
    let left = 0;
    let top = 0;
    let shelf: { item: Item; words: Wording; left: number; columns: number; height: number }[] = [];
    const close = () => {
      const wordsHeight = Math.max(0, ...shelf.map(({ words }) => wordingHeight(words))) + em * labelGap;
      for (const { item, words, left, columns } of shelf) {
        const wordsTop = top + wordsHeight - em * labelGap - wordingHeight(words);
        boxes.push({ item, words, left, dotsLeft: left, wordsTop, dotsTop: top + wordsHeight, columns });
      }
      top += wordsHeight + Math.max(0, ...shelf.map(({ height }) => height)) + em * 1.2;
      left = 0;
      shelf = [];
    };
    for (const item of items) {
      const square = alone ? Math.floor(size.width / pitch) : Math.ceil(Math.sqrt(item.count));
      const columns = Math.max(1, Math.min(square, Math.floor(size.width / pitch)));
      const words = item.words(Math.max(columns * pitch, narrowest));
      const width = Math.max(Math.min(columns, item.count) * pitch, wordingWidth(words));
      if (shelf.length > 0 && left + width > size.width) close();
      shelf.push({ item, words, left, columns, height: Math.ceil(item.count / columns) * pitch });
      left += width + em * 1.6;
    }
    close();
    return { boxes, height: top - em * 1.2 };
  };
  const coarsest = Math.min(size.width, size.height) / 8;
  const pitch =
    largest(smallestPitch, coarsest, (pitch) => pack(pitch).height <= size.height) ?? smallestPitch;
  return settle(share.count, pack(pitch).boxes, pitch, false, false);
}

/** The most lines that a name may take under an upright bar. */
const mostLines = 3;

/** Groups as upright bars of equal width, or as lying ones where their names don't fit side by side. */
export function arrangeBars(
  stage: Stage,
  scene: StageScene,
  share: DotShare,
  size: Size,
  em: number,
): Arranged {
  const items = itemsOf(stage, scene, share, em);
  const slot = size.width / items.length;
  const words = items.map((item) => item.words(slot - em * 0.6));
  const upright = words.every((w) => w.lines.length <= mostLines && wordingWidth(w) <= slot - em * 0.4);
  const most = Math.max(1, ...items.map((item) => item.count));
  if (upright) {
    const foot = Math.max(...words.map(wordingHeight)) + em * labelGap;
    const height = size.height - foot;
    const fits = (columns: number) => (pitch: number) =>
      columns * pitch <= slot * 0.72 && Math.ceil(most / columns) * pitch <= height;
    const { pitch, thick } = coarsestBars(most, size, fits);
    const boxes = items.map((item, i): Box => {
      const middle = slot * (i + 0.5);
      return {
        item,
        words: words[i],
        left: middle,
        wordsTop: size.height - foot + em * labelGap,
        dotsTop: size.height - foot,
        dotsLeft: middle - (thick * pitch) / 2,
        columns: thick,
      };
    });
    return settle(share.count, boxes, pitch, true, true);
  }
  const lying = items.map((item) => item.words(size.width));
  const wordsHeight = lying.reduce((sum, w) => sum + wordingHeight(w) + em * labelGap, 0);
  const gap = em * 0.5;
  const height = size.height - wordsHeight - gap * (items.length - 1);
  const fits = (rows: number) => (pitch: number) =>
    items.length * rows * pitch <= height && Math.ceil(most / rows) * pitch <= size.width;
  const { pitch, thick } = coarsestBars(most, size, fits);
  const x = new Float64Array(share.count);
  const y = new Float64Array(share.count);
  const labels: Label[] = [];
  let top = 0;
  items.forEach((item, i) => {
    labels.push(place(lying[i], 0, top, true));
    top += wordingHeight(lying[i]) + em * labelGap;
    for (let q = 0; q < item.count; q++) {
      x[item.start + q] = (Math.floor(q / thick) + 0.5) * pitch;
      y[item.start + q] = top + ((q % thick) + 0.5) * pitch;
    }
    top += thick * pitch + gap;
  });
  return { x, y, pitch, labels };
}

/** The largest pitch at which bars fit, and their thickness in dots. */
function coarsestBars(most: number, size: Size, fits: (thick: number) => (pitch: number) => boolean) {
  let best = { pitch: smallestPitch, thick: 1 };
  const coarsest = Math.min(size.width, size.height) / 8;
  for (let thick = 1; thick <= Math.ceil(Math.sqrt(most)) + 1; thick++) {
    const pitch = largest(smallestPitch, coarsest, fits(thick));
    if (pitch !== null && pitch > best.pitch) best = { pitch, thick };
  }
  return best;
}
