import { light, type Palette } from "../stage/draw/palette.ts";
import { drawPicture } from "../stage/draw/svg.ts";
import { layoutStage } from "../stage/layout.ts";
import { boldWidth, textWidth } from "../stage/words/text.ts";
import type { Stage } from "../stage/types.ts";
import { setHeadline } from "./headline.ts";
import { element } from "../publish/xml.ts";

/** What a card shows: words, and the first scene of a stage. */
export interface Card {
  /** In a line above the headline: what the card belongs to, and whose figures these are. */
  readonly kicker: string;
  readonly credit: string;
  readonly headline: string;
  readonly stage: Stage;
}

/** A card as an SVG document, and the words on it. */
export interface DrawnCard {
  readonly svg: string;
  readonly words: readonly string[];
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
 * A picture for links: a headline above a scene. In the light palette, since what will surround
 * the card can't be known.
 */
export function drawCard({ kicker, credit, headline, stage }: Card): DrawnCard {
  const { size, leading, lines } = setHeadline(headline, contentWidth);
  const first = kickerBaseline + 26 + size * 0.82;
  const last = first + leading * (lines.length - 1);
  const top = Math.round(last + size * 0.3 + 24);
  const { width, height } = cardSize;
  const title = lines.map((line, i) => placeText(line, margin, first + i * leading));
  const above = hasRoomFor(kicker, credit) ? [kicker, credit] : [kicker];
  const picture = drawStage(stage, top, height - margin * 0.6 - top);
  const document = [
    element("style", {}, styleOf(light)),
    element("rect", { width: "100%", height: "100%", fill: light.paper }),
    ...drawKicker(above),
    element("g", { class: "headline", "font-size": String(size) }, title),
    picture.svg,
  ];
  const box = { width: String(width), height: String(height) };
  const svg = element("svg", { xmlns: "http://www.w3.org/2000/svg", ...box }, document);
  return { svg, words: [...above, ...lines, ...picture.words] };
}

function placeText(text: string, x: number, y: number, attributes: Record<string, string> = {}): string {
  return element("text", { x: String(x), y: y.toFixed(1), ...attributes }, text);
}

/** Whether the credit fits beside the kicker; it gives way where it doesn't. */
function hasRoomFor(kicker: string, credit: string): boolean {
  return boldWidth(kicker, kickerSize) + textWidth(`   ${credit}`, kickerSize) <= contentWidth;
}

function drawKicker([kicker, ...credits]: readonly string[]): string[] {
  const look = { class: "labels", "font-size": String(kickerSize) };
  const end = { ...look, "text-anchor": "end", opacity: "0.75" };
  return [
    placeText(kicker, margin, kickerBaseline, { ...look, "font-weight": "700" }),
    ...credits.map((credit) => placeText(credit, right, kickerBaseline, end)),
  ];
}

function drawStage(stage: Stage, top: number, height: number): DrawnCard {
  const size = { width: contentWidth / enlarged, height: height / enlarged };
  const [placement] = layoutStage(stage, size, smallestText).placements;
  const picture = drawPicture(placement, { description: "", className: "labels picture" });
  const place = `x="${margin}" y="${top}" width="${contentWidth}" height="${height}"`;
  return {
    svg: picture.replace("<svg ", `<svg ${place} `),
    words: placement.labels.flatMap(({ value, lines }) => [value, ...lines]),
  };
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
