import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PNG } from "pngjs";
import { aptGet, ensure, type Program } from "./programs.ts";

const run = promisify(execFile);

const installers = {
  "apt-get": aptGet("poppler-utils"),
  dnf: "dnf install -y poppler-utils",
  apk: "apk add --no-cache poppler-utils",
  brew: "brew install poppler",
};
const textProgram: Program = { title: "pdftotext", names: ["pdftotext"], installers };
const pictureProgram: Program = { title: "pdftoppm", names: ["pdftoppm"], installers };

/** A sheet of paper: its words, and how much of it has colour in it: 0 to 1. */
export interface Sheet {
  readonly words: string;
  readonly colour: number;
}

/** Reads what is printed in a PDF, as somebody would who has it on paper. */
export async function readPaper(pdf: Buffer): Promise<Sheet[]> {
  const folder = await mkdtemp(join(tmpdir(), "paper-"));
  try {
    const file = join(folder, "paper.pdf");
    await writeFile(file, pdf);
    const { stdout } = await run(ensure(textProgram), ["-raw", file, "-"], { maxBuffer: 1e8 });
    await run(ensure(pictureProgram), ["-r", "50", "-png", file, join(folder, "sheet")]);
    const pictures = (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
    // Some engines put ligatures where letters were.
    const words = stdout.split("\f").map((sheet) => sheet.normalize("NFKC").replaceAll(/\s+/g, " "));
    return await Promise.all(
      pictures.map(async (name, i) => ({
        words: words[i],
        colour: colourOf(PNG.sync.read(await readFile(join(folder, name)))),
      })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The fraction of a picture's pixels that are neither white nor grey nor black. */
function colourOf({ data, width, height }: PNG): number {
  let coloured = 0;
  for (let i = 0; i < data.length; i += 4) {
    const [red, green, blue] = data.subarray(i, i + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) coloured++;
  }
  return coloured / (width * height);
}
