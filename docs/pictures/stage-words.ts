import { light } from "../../src/stage/draw/palette.ts";
import { drawPicture } from "../../src/stage/draw/svg.ts";
import { layoutStage, type StageLayout } from "../../src/stage/layout.ts";
import { points } from "../../src/stage/motion/grid.ts";
import type { Size, StageScene } from "../../src/stage/types.ts";
import { outcomes, stageOf } from "../../test/support/stages.ts";

/*
 * The drawing of docs/architecture.md that shows what the words of the stage mean: two stages as the code lays them out,
 * and names that point at places in them. After a change to the stage: `npx vitest run test/stage-words -u`, and look.
 */

const ink = light.hues[0];
const accent = "#b3261e";
const size: Size = { width: 960, height: 1130 };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A stage on the drawing: its last scene, and the whole before it. */
interface Panel {
  readonly layout: StageLayout;
  readonly left: number;
  readonly top: number;
}

function panelAt(left: number, top: number, own: Size, scene: Partial<StageScene>): Panel {
  return { layout: layoutStage(stageOf(outcomes, [{}, scene], 2), own, 13), left, top };
}

/** One dot is two reports, so that the dots are large enough to be pointed at. */
const above = panelAt(180, 50, { width: 400, height: 520 }, { split: ["reports", "cautioned"] });
const beside = panelAt(
  180,
  640,
  { width: 580, height: 440 },
  { split: ["reports"], focus: ["charged_youths"] },
);

/** The centre of a dot: the first of a figure, or one so many dots after it. */
function dotOf({ layout, left, top }: Panel, figure: string, after = 0): Point {
  const { x, y } = layout.placements[1];
  const dot = (layout.dots.ranges.get(figure)?.start ?? 0) + after;
  return { x: left + x[dot], y: top + y[dot] };
}

/** The middle of the line on which a label's baseline lies. */
function labelOf({ layout, left, top }: Panel, figure: string): Point {
  const label = layout.placements[1].labels.find((label) => label.figure === figure);
  if (label === undefined) throw new RangeError(`No label names ${figure}`);
  return { x: left + label.x + label.width, y: top + label.y - 5 };
}

/** Where the first dot of a figure, or one after it, is that has come the fraction `way` of its way to its bar. */
function onLane({ layout, left, top }: Panel, figure: string, after: number, way: number): Point {
  const at = points(layout.dots.count);
  const dot = (layout.dots.ranges.get(figure)?.start ?? 0) + after;
  layout.flow?.travel(dot, layout.placements[1], way, at);
  return { x: left + at.x[dot], y: top + at.y[dot] };
}

function drawPanel({ layout, left, top }: Panel): string {
  const { width, height } = layout.size;
  const place = `x="${left}" y="${top}" width="${width}" height="${height}"`;
  const picture = drawPicture(layout.placements[1], { description: "", className: "picture" });
  const paper = `<rect ${place} fill="${light.paper}" stroke="#c9c6bd"/>`;
  return paper + picture.replace("<svg ", `<svg ${place} `);
}

/** The way of one dot, dashed, and the dot itself when half of it is done. */
function drawLane(panel: Panel, figure: string, after: number): string {
  const steps = Array.from({ length: 61 }, (_, step) => onLane(panel, figure, after, step / 60));
  const path = steps.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
  const half = onLane(panel, figure, after, 0.5);
  return (
    `<path d="${path}" fill="none" stroke="${accent}" stroke-width="1.5" stroke-dasharray="4 3"/>` +
    `<circle cx="${round(half.x)}" cy="${round(half.y)}" r="3.5" fill="${accent}"/>`
  );
}

/** A name, a word about it below, and a line from it to what it names: from its end that is nearer. */
function drawName(name: string, note: string, at: Point, to: Point): string {
  const isBefore = at.x < to.x;
  const line = `M${round(at.x + (isBefore ? 5 : -5))} ${round(at.y - 4)}L${round(to.x)} ${round(to.y)}`;
  return (
    `<path d="${line}" stroke="${accent}"/><circle cx="${round(to.x)}" cy="${round(to.y)}" r="2" fill="${accent}"/>` +
    `<text x="${at.x}" y="${at.y}" text-anchor="${isBefore ? "end" : "start"}">` +
    `<tspan font-weight="700" fill="${accent}">${name}</tspan>` +
    `<tspan x="${at.x}" dy="15">${note}</tspan></text>`
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The distance of two neighbouring dots, between two strokes below them. */
function drawPitch(panel: Panel, figure: string, after: number, next: number): string {
  return [dotOf(panel, figure, after), dotOf(panel, figure, next)]
    .map(({ x, y }) => `<path d="M${round(x)} ${round(y)}v14" stroke="${accent}"/>`)
    .join("");
}

function drawTitle({ left, top }: Panel, words: string): string {
  return `<text x="${left}" y="${top - 16}" font-size="14">${words}</text>`;
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** What stands beside the stages: names, a word about each, their places, and what they name. */
function drawNames(): string[] {
  const right = (panel: Panel, y: number) => ({ x: panel.left + panel.layout.size.width + 24, y });
  const leftOf = ({ left }: Panel, y: number) => ({ x: left - 20, y });
  const { rows = 1 } = beside.layout.flow ?? {};
  const last = rows - 1;
  return [
    drawName("heading", "label over the remainder", right(above, 56), labelOf(above, "undescribed")),
    drawName("remainder", "stays where the whole stood", right(above, 102), dotOf(above, "undescribed", 175)),
    drawName("bar", "a child of the whole", right(above, 176), dotOf(above, "charged", 138)),
    drawName("label", "a count and a name", right(above, 232), labelOf(above, "warned")),
    drawName("group", "dots that stand together", right(above, 310), dotOf(above, "cautioned_adults", 14)),
    drawName("trunk", "bands side by side", leftOf(above, 170), onLane(above, "no_outcome", 60, 0.4)),
    drawName("lane", "the way of one dot", leftOf(above, 340), onLane(above, "evidential", 40, 0.68)),
    drawName("progress ½", "of a change", leftOf(above, 250), onLane(above, "evidential", 40, 0.5)),
    drawName("run", "one look: highlighted", right(beside, 660), dotOf(beside, "charged_youths", 50)),
    drawName("run", "one look: dimmed", right(beside, 720), dotOf(beside, "charged_adults", 76)),
    drawName("band", "along it a figure leaves", leftOf(beside, 790), onLane(beside, "charged", 60, 0.4)),
    drawName("lane", "the way of one dot", leftOf(beside, 930), onLane(beside, "community", 60, 0.2)),
    drawName(
      "pitch",
      "from dot to dot",
      { x: beside.left + 180, y: beside.top + 465 },
      between(dotOf(beside, "no_outcome", last), dotOf(beside, "no_outcome", last + rows)),
    ),
  ];
}

/** The whole drawing: an SVG document. */
export function drawStageWords(): string {
  const hues = light.hues
    .map((hue, i) => `.h${i}{color:${hue};fill:${hue}}.picture g .h${i}{fill:none;stroke:${hue}}`)
    .join("");
  const { width, height } = size;
  const { rows = 1 } = beside.layout.flow ?? {};
  const box = `viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="${ink}"`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box}>`,
    `<style>${hues}.picture{color:${ink};fill:${ink}}</style>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    drawTitle(above, "The whole above its bars, one of which the scene divides"),
    drawTitle(beside, "The whole beside its bars; the scene’s focus is a child of a child"),
    drawPanel(above),
    drawPanel(beside),
    drawLane(above, "evidential", 40),
    drawLane(beside, "community", 60),
    drawPitch(beside, "no_outcome", rows - 1, 2 * rows - 1),
    ...drawNames(),
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}
