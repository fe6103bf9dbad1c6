import { resolve } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { cardFontFiles } from "../styles/card-fonts.ts";

/** A card as a PNG file, the same bytes on every machine: no font of the system is used. */
export async function renderCard(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const font = { fontFiles: cardFontFiles.map((file) => resolve(file)), loadSystemFonts: false };
  const picture = new Resvg(svg, { font }).render().asPng();
  // Few colours: a palette makes the file a third of the size.
  const packed = await sharp(picture).png({ palette: true, dither: 0, effort: 10 }).toBuffer();
  return new Uint8Array(packed);
}
