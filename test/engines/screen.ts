import { type FileHandle, open } from "node:fs/promises";
import { PNG } from "pngjs";

/** A part of a screen, in pixels. */
interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A part of a screen that Xvfb keeps in a file, as PNG. The file is an X window dump: a header of 32-bit big-endian
 * numbers, a table of colours of 12 bytes each, then rows of pixels of four bytes: blue, green, red, nothing.
 */
export async function readScreen(path: string, { x, y, width, height }: Part): Promise<Buffer> {
  await using file = await open(path);
  const header = await read(file, 0, 100);
  const field = (index: number) => header.readUInt32BE(4 * index);
  const [headerSize, rowSize, colours] = [field(0), field(12), field(19)];
  const rows = await read(file, headerSize + 12 * colours + y * rowSize, height * rowSize);
  const png = new PNG({ width, height });
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = row * rowSize + 4 * (x + column);
      const to = 4 * (row * width + column);
      png.data[to] = rows[from + 2];
      png.data[to + 1] = rows[from + 1];
      png.data[to + 2] = rows[from];
      png.data[to + 3] = 255;
    }
  }
  return PNG.sync.write(png);
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}
