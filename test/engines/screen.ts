import type { ChildProcess } from "node:child_process";
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { PNG } from "pngjs";
import { aptGet, ensure, type Program } from "../programs.ts";
import { start } from "./processes.ts";
import type { Size } from "./types.ts";

/** A screen that nobody sees. */
export const screenProgram: Program = {
  title: "Xvfb",
  names: ["Xvfb"],
  installers: { "apt-get": aptGet("xvfb"), dnf: "dnf install -y xorg-x11-server-Xvfb" },
};

/** The pointer is at its middle until something moves it. */
export const screenSize: Size = { width: 2600, height: 2600 };

/** A part of a screen, in pixels. */
interface Part extends Size {
  readonly x: number;
  readonly y: number;
}

/** A screen that is kept in a file of the folder, which shows what a reader would see. */
export async function startScreen(
  folder: string,
  { width, height } = screenSize,
): Promise<{ screen: ChildProcess; display: string }> {
  const args = [
    "-displayfd",
    "3",
    "-fbdir",
    folder,
    "-screen",
    "0",
    `${width}x${height}x24`,
    "-nolisten",
    "tcp",
  ];
  const screen = start(ensure(screenProgram), args, {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    (screen.stdio[3] as Readable).once("data", (said: Buffer) => resolve(said.toString().trim()));
    screen.once("exit", () => reject(new Error("Xvfb did not start")));
  });
  return { screen, display: `:${number}` };
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
