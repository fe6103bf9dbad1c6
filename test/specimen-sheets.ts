import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { dark, light, type Palette } from "../src/stage/draw/palette.ts";
import { drawPicture } from "../src/stage/draw/svg.ts";
import { gallery, windows } from "./support/gallery.ts";
import { layoutStage, type StageLayout } from "../src/stage/layout.ts";
import { frameAt } from "../src/stage/transition.ts";
import type { Placement } from "../src/stage/types.ts";

/**
 * Contact sheets of all specimens, to be looked at: `node test/specimen-sheets.ts <folder> [part of a name]`. One PNG
 * for each stage and window: its scenes from left to right, below each the way from the one before; the dark palette
 * in every second window.
 */
const smallestText = 13;
const moments = [1, 0.3, 0.5, 0.7];
const margin = 24;

/** The stage on its way to a scene as a still picture; what is fading is there as long as half of it is. */
function pictureAt(layout: StageLayout, scene: number, t: number): Placement {
  const frame = frameAt(layout, scene, t);
  const { size, x, y, radius } = frame;
  return {
    size,
    x,
    y,
    radius,
    pitch: radius / 0.375,
    runs: frame.runs.map(({ start, end, from, to }) => ({
      figure: "",
      start,
      end,
      look: frame.lookProgress < 0.5 ? from : to,
    })),
    labels: frame.labels.filter(({ visibility }) => visibility > 0.5).map(({ item }) => item),
    bands: frame.bands.filter(({ visibility }) => visibility > 0.5).map(({ item }) => item),
  };
}

function styleOf({ hues }: Palette): string {
  const colours = hues
    .map((hue, i) => `.h${i}{color:${hue};fill:${hue}}.picture g .h${i}{fill:none;stroke:${hue}}`)
    .join("");
  return `<style>${colours}text{fill:${hues[0]};font-family:"DejaVu Sans"}</style>`;
}

function drawSheet(layout: StageLayout, palette: Palette): string {
  const { width, height } = layout.size;
  const tiles = layout.placements.flatMap((_, scene) =>
    (scene === 0 ? [1] : moments).map((t, row) => {
      const place = `x="${margin + scene * (width + margin)}" y="${margin + row * (height + margin)}"`;
      const picture = drawPicture(pictureAt(layout, scene, t), { description: "", className: "picture" });
      const tile = picture.replace("<svg ", `<svg ${place} width="${width}" height="${height}" `);
      return `<rect ${place} width="${width}" height="${height}" fill="${palette.paper}"/>${tile}`;
    }),
  );
  const box = {
    width: margin + layout.placements.length * (width + margin),
    height: margin + moments.length * (height + margin),
  };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}">${styleOf(palette)}` +
    `<rect width="100%" height="100%" fill="#808080"/>${tiles.join("")}</svg>`
  );
}

const [folder, wanted = ""] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
for (const [name, stage] of Object.entries(gallery)) {
  for (const [i, [window, size]] of Object.entries(windows).entries()) {
    const file = `${name}, ${window}.png`;
    if (!file.includes(wanted)) continue;
    const sheet = drawSheet(layoutStage(stage, size, smallestText), i % 2 === 0 ? light : dark);
    await writeFile(
      join(folder, file),
      new Resvg(sheet, { font: { loadSystemFonts: true } }).render().asPng(),
    );
  }
}
