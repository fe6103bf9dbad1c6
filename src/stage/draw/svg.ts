import type { Band, Label, Placement, Run } from "../types.ts";
import { leading } from "../words/labels.ts";
import { opacity, ringLine } from "./palette.ts";

/** What a picture is called for those who can't see it, and the classes that say where it shows. */
export interface PictureName {
  readonly description: string;
  readonly className: string;
}

/**
 * One scene as a still picture: an `<svg>` element as a string, all its dots included. The dots of a figure are one
 * path with `data-figure` and `data-count`, one subpath a dot. Colours come from the classes `h0`, `h1`, … by
 * `currentColor`, so that the page's style sheet decides.
 */
export function drawPicture(placement: Placement, { description, className }: PictureName): string {
  const { size, pitch, bands, labels, runs } = placement;
  const usualSize = decimal(labels.at(-1)?.fontSize ?? 0);
  const dots = runs.map((run) => drawRun(run, placement)).join("");
  return (
    `<svg class="${className}" viewBox="0 0 ${decimal(size.width)} ${decimal(size.height)}" role="img" ` +
    `aria-label="${escape(description)}" fill="currentColor" font-size="${usualSize}">` +
    bands.map(drawBand).join("") +
    `<g fill="none" stroke="currentColor" stroke-linecap="round" stroke-width="${decimal(diameter(placement))}" ` +
    `transform="scale(${decimal(pitch, 4)})">${dots}</g>` +
    labels.map((label) => drawLabel(label, usualSize)).join("") +
    `</svg>`
  );
}

/** Diameter of a dot in pitches: the picture's dots are drawn in that unit, so that a step to the next is 1. */
function diameter({ radius, pitch }: Placement): number {
  return (2 * radius) / pitch;
}

function drawBand({ hue, highlighted, path }: Band): string {
  return `<path class="h${hue}" opacity="${highlighted ? opacity.band : opacity.dimBand}" d="${path}"/>`;
}

function drawRun(run: Run, placement: Placement): string {
  const { hue, ring, highlighted } = run.look;
  const across = diameter(placement);
  const line = (across / 2) * ringLine;
  const width = ring ? ` stroke-width="${decimal(line)}"` : "";
  const dim = highlighted ? "" : ` opacity="${opacity.dimDot}"`;
  const data = `data-figure="${run.figure}" data-count="${run.end - run.start}"`;
  const radius = (across - line) / 2;
  const path = ring
    ? dotPath(run, placement, -radius, `a${decimal(radius)} ${decimal(radius)} 0 1 1 0 .01z`)
    : dotPath(run, placement, 0, "h0");
  return `<path class="h${hue}"${dim}${width} ${data} d="${path}"/>`;
}

/** One subpath a dot, each `shift` pitches right of its centre: by columns or by rows, whichever is shorter. */
function dotPath({ start, end }: Run, { x, y, pitch }: Placement, shift: number, mark: string): string {
  const dots = Array.from({ length: end - start }, (_, k) => {
    const i = start + k;
    return { x: hundredths(x[i] / pitch + shift), y: hundredths(y[i] / pitch) };
  });
  const spell = (order: typeof dots) => {
    let at = { x: 0, y: 0 };
    return order
      .map((dot, k) => {
        const move = `${k === 0 ? "M" : "m"}${pair(dot.x - at.x, dot.y - at.y)}${mark}`;
        at = dot;
        return move;
      })
      .join("");
  };
  const byColumn = spell([...dots].sort((a, b) => a.x - b.x || a.y - b.y));
  const byRow = spell([...dots].sort((a, b) => a.y - b.y || a.x - b.x));
  return byRow.length < byColumn.length ? byRow : byColumn;
}

/** Two numbers in hundredths as path data: a minus sign parts them as well as a space. */
function pair(x: number, y: number): string {
  const second = decimal(y / 100);
  return `${decimal(x / 100)}${second.startsWith("-") ? "" : " "}${second}`;
}

/** On whole pixels, as the bands are: no eye sees the difference, and the page is lighter for it. */
function drawLabel({ value, lines, x, y, fontSize, highlighted }: Label, usualSize: string): string {
  const own = decimal(fontSize) === usualSize ? "" : ` font-size="${decimal(fontSize)}"`;
  const dim = highlighted ? "" : ` opacity="${opacity.dimLabel}"`;
  const more = lines
    .slice(1)
    .map(
      (line) => `<tspan x="${decimal(x, 0)}" dy="${decimal(fontSize * leading, 0)}">${escape(line)}</tspan>`,
    )
    .join("");
  return (
    `<text x="${decimal(x, 0)}" y="${decimal(y, 0)}"${own}${dim}>` +
    `<tspan font-weight="700">${escape(value)}</tspan> ${escape(lines[0])}${more}</text>`
  );
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}

/** The shortest spelling of a number with at most so many decimals. */
function decimal(value: number, digits = 2): string {
  const rounded = Math.round(value * 10 ** digits) / 10 ** digits;
  return String(rounded === 0 ? 0 : rounded).replace(/^(-?)0\./, "$1.");
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
