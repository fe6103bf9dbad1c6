import { resolve } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { families } from "./draw-card.ts";
import { element } from "../publish/xml.ts";
import { cardFontFiles } from "./card-fonts.ts";

const font = { fontFiles: cardFontFiles.map((file) => resolve(file)), loadSystemFonts: false };

/** A card as a PNG file, the same bytes on every machine: no font of the system is used. */
export async function renderCard(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = new Resvg(svg, { font }).render().asPng();
  // Few colours: a palette makes the file a third of the size.
  const packed = await sharp(picture).png({ palette: true, dither: 0, effort: 10 }).toBuffer();
  return new Uint8Array(packed);
}

/** Whether the cards' typefaces have a letter; one that none of them has is left out without a word. */
export function isDrawn(letter: string): boolean {
  const text = element("text", { y: "20", "font-family": families.labels }, letter);
  const svg = element("svg", { xmlns: "http://www.w3.org/2000/svg", width: "40", height: "40" }, [text]);
  return new Resvg(svg, { font }).getBBox() !== undefined;
}
