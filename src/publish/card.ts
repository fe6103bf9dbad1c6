import { light, type Palette } from "../draw/palette.ts";
import { drawPicture } from "../draw/svg.ts";
import { layoutStage } from "../flow/stage-layout.ts";
import { boldWidth, textWidth } from "../flow/text.ts";
import type { Stage } from "../flow/types.ts";
import { setHeadline } from "./card-headline.ts";
import { element } from "./xml.ts";

/** What a card shows: words, and the first scene of a stage. */
export interface Card {
  /** In a line above the headline: what the card belongs to, and whose figures these are. */
  readonly kicker: string;
  readonly credit: string;
  readonly headline: string;
  readonly stage: Stage;
}

/** In pixels, as social sites and messengers ask for it. */
const cardSize = { width: 1200, height: 630 };

/** The typefaces that a card is set in, as their files call themselves. */
export const families = { headline: "Newsreader 16pt", labels: "Source Sans 3 ExtraLight" };

const margin = 60;
const right = cardSize.width - margin;
const contentWidth = right - margin;
const kickerSize = 24;
const kickerBaseline = 68;
/** Cards are seen small: the picture is laid out for a smaller stage, and enlarged with its words. */
const enlarged = 1.42;
const smallestText = 15;

/**
 * A picture for links as an SVG document: a headline above a scene. In the light palette, since what will surround
 * the card can't be known.
 */
export function drawCard({ kicker, credit, headline, stage }: Card): string {
  const { size, leading, lines } = setHeadline(headline, contentWidth);
  const first = kickerBaseline + 26 + size * 0.82;
  const last = first + leading * (lines.length - 1);
  const top = Math.round(last + size * 0.3 + 24);
  const { width, height } = cardSize;
  const title = lines.map((line, i) => placeText(line, margin, first + i * leading));
  const document = [
    element("style", {}, styleOf(light)),
    element("rect", { width: "100%", height: "100%", fill: light.paper }),
    ...drawKicker(kicker, credit),
    element("g", { class: "headline", "font-size": String(size) }, title),
    drawStage(stage, top, height - margin * 0.6 - top),
  ];
  const box = { width: String(width), height: String(height) };
  return element("svg", { xmlns: "http://www.w3.org/2000/svg", ...box }, document);
}

function placeText(text: string, x: number, y: number, attributes: Record<string, string> = {}): string {
  return element("text", { x: String(x), y: y.toFixed(1), ...attributes }, text);
}

/** The credit gives way where both don't fit. */
function drawKicker(kicker: string, credit: string): string[] {
  const look = { class: "labels", "font-size": String(kickerSize) };
  const left = placeText(kicker, margin, kickerBaseline, { ...look, "font-weight": "700" });
  const used = boldWidth(kicker, kickerSize) + textWidth(`   ${credit}`, kickerSize);
  if (used > contentWidth) return [left];
  const end = { ...look, "text-anchor": "end", opacity: "0.75" };
  return [left, placeText(credit, right, kickerBaseline, end)];
}

function drawStage(stage: Stage, top: number, height: number): string {
  const size = { width: contentWidth / enlarged, height: height / enlarged };
  const [placement] = layoutStage(stage, size, smallestText).placements;
  const picture = drawPicture(placement, { description: "", className: "labels picture" });
  return picture.replace(
    "<svg ",
    `<svg x="${margin}" y="${top}" width="${contentWidth}" height="${height}" `,
  );
}

/** Renderers differ in whose colour an inherited `currentColor` is: so the bands and each dot's own line are coloured. */
function styleOf({ hues }: Palette): string {
  const colours = hues
    .map((hue, i) => `.h${i}{color:${hue};fill:${hue}}.picture g .h${i}{fill:none;stroke:${hue}}`)
    .join("");
  const face = (family: string) => `font-family:"${family}";fill:${hues[0]}`;
  return (
    `${colours}.labels{${face(families.labels)}}` +
    `.headline{${face(families.headline)};font-weight:500;letter-spacing:-0.01em}`
  );
}
