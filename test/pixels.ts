import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/**
 * The share of pixels, 0 to 1, that differ visibly between two PNG pictures.
 * Throws a RangeError where their sizes differ.
 */
export function pixelDifference(a: Uint8Array, b: Uint8Array): number {
  const left = PNG.sync.read(Buffer.from(a));
  const right = PNG.sync.read(Buffer.from(b));
  const { width, height } = left;
  if (right.width !== width || right.height !== height) {
    throw new RangeError(`${width} × ${height} pixels against ${right.width} × ${right.height}`);
  }
  return pixelmatch(left.data, right.data, undefined, width, height, { threshold: 0.1 }) / (width * height);
}

/** How many different colours a PNG picture has: a blank one has one. */
export function countColors(bytes: Uint8Array): number {
  const { data } = PNG.sync.read(Buffer.from(bytes));
  return new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4)).size;
}

/** A part of a PNG picture, in pixels; what lies beyond its edges is left out. */
export function crop(
  bytes: Uint8Array,
  { x, y, width, height }: Readonly<Record<"x" | "y" | "width" | "height", number>>,
): Buffer {
  const whole = PNG.sync.read(Buffer.from(bytes));
  const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))];
  const part = new PNG({
    width: Math.min(whole.width, Math.round(x + width)) - left,
    height: Math.min(whole.height, Math.round(y + height)) - top,
  });
  PNG.bitblt(whole, part, left, top, part.width, part.height, 0, 0);
  return PNG.sync.write(part);
}
