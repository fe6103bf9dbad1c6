import { describe, expect, it } from "vitest";
import { light } from "../src/stage/draw/palette.ts";
import { drawPicture } from "../src/stage/draw/svg.ts";
import { gallery, windows } from "./support/gallery.ts";
import { layoutStage } from "../src/stage/layout.ts";
import type { Stage } from "../src/stage/types.ts";

/**
 * The stages of the gallery against golden pictures that have been looked at: a page for each, a row for each window,
 * its scenes from left to right. After a change that is meant to show: `npx vitest run test/golden-specimens -u`, and
 * look at what has changed; what lies between the scenes is drawn by `node test/specimen-sheets.ts <folder>`.
 */
const smallestText = 13;
const margin = 24;

/** Rings as dots with a hole, and rows of dots as dashes of no length: a tenth of the letters. */
function asDashes(markup: string): string {
  return (
    markup
      .replaceAll(/<path ([^>]*) stroke-width="([^"]*)" ([^>]*)d="([^"]*z)"\/>/g, drawHoles)
      // There and a little back: at the very end of a line there would be no dash.
      .replaceAll(/h0((?:m0 1h0)+)/g, (_, row: string) => `v${row.length / "m0 1h0".length}.1v-.1`)
      .replaceAll(/h0((?:m1 0h0)+)/g, (_, row: string) => `h${row.length / "m1 0h0".length}.1h-.1`)
      .replaceAll(/h0\b/g, "h.001")
      .replaceAll("<g ", '<g stroke-dasharray="0 1" ')
  );
}

function drawHoles(_: string, before: string, line: string, after: string, path: string): string {
  const radius = Number(/a([\d.]+)/.exec(path)![1]);
  const d = path.replaceAll(/a[^z]*z/g, "h0");
  const across = (width: number) => `transform="translate(${radius})" stroke-width="${width.toFixed(2)}"`;
  return (
    `<path ${before} ${across(2 * radius + Number(line))} ${after}d="${d}"/>` +
    `<path stroke="${light.paper}" ${across(2 * radius - Number(line))} d="${d}"/>`
  );
}

function drawPage(stage: Stage): string {
  let bottom = margin;
  let right = 0;
  const pictures = Object.values(windows).flatMap((size) => {
    const top = bottom;
    bottom += size.height + margin;
    return layoutStage(stage, size, smallestText).placements.map((placement, scene) => {
      const left = margin + scene * (size.width + margin);
      right = Math.max(right, left + size.width + margin);
      const place = `<svg x="${left}" y="${top}" width="${size.width}" height="${size.height}" `;
      return asDashes(drawPicture(placement, { description: "", className: "picture" })).replace(
        "<svg ",
        place,
      );
    });
  });
  const hues = light.hues.map(
    (hue, i) => `.h${i}{color:${hue};fill:${hue}}g .h${i}{fill:none;stroke:${hue}}`,
  );
  const page =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${right}" height="${bottom}">` +
    `<style>${hues.join("")}.picture{background:${light.paper}}text{font-family:sans-serif}</style>${pictures.join("")}</svg>`;
  // One element a line, so that a difference can be read.
  return `${page.replaceAll("><", ">\n<")}\n`;
}

describe("the stages of the gallery", () => {
  it.each(Object.entries(gallery))(
    "%s: the pictures in all windows are the golden ones",
    async (name, stage) => {
      await expect(drawPage(stage)).toMatchFileSnapshot(
        `golden/specimens/${name.replaceAll(/\W+/g, "-")}.svg`,
      );
    },
  );
});
