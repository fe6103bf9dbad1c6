/*
 * Takes the pictures of docs/writing.md anew, from its examples: node_modules/.bin/node docs/pictures/take.ts
 * Needs Chromium. Look at what has changed.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../../test/engines/chromium.ts";
import { startDevServer } from "../../test/dev-project.ts";
import { exampleFiles, examples } from "../../test/writing-examples.ts";

const pictures = import.meta.dirname;
/** Room beside and under a sentence for the explanation of a term. */
const explanation = { width: 90, height: 78 };

const server = await startDevServer();
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 760, height: 900 } });
// Without script each scene shows its own picture.
const still = await browser.newPage({ viewport: { width: 760, height: 900 }, javaScriptEnabled: false });

try {
  rmSync(join(server.folder, "content"), { recursive: true });
  mkdirSync(join(server.folder, "content"));
  for (const { text, picture } of examples) {
    for (const [path, content] of Object.entries(exampleFiles(text, slugOf(picture)))) {
      writeFileSync(join(server.folder, path), content);
    }
  }
  while ((await fetch(`${server.url}${slugOf(examples.at(-1)!.picture)}/`)).status !== 200);
  for (const { text, picture } of examples) await take(text, picture);
} finally {
  await browser.close();
  await server.close();
}

/** The address of an example, which no file of the project has. */
function slugOf(picture: string): string {
  return picture.replace(/^.*\//, "example-").replace(".png", "");
}

/** Takes the picture of what an example became: what follows the head of the story and the help box in it. */
async function take(text: string, picture: string): Promise<void> {
  const isScene = text.startsWith(":::scene");
  const shown = isScene ? still : page;
  await shown.goto(`${server.url}${slugOf(picture)}/`, { waitUntil: "networkidle" });
  const isHelpline = text.startsWith("::helpline");
  const made = shown.locator(isScene ? "[data-scene]" : `article > :nth-child(${isHelpline ? 2 : 3})`);
  const isTerm = text.includes(":term");
  if (isTerm) await made.locator("button, summary").first().click();
  const box = (await made.boundingBox())!;
  await shown.screenshot({
    path: join(pictures, picture.replace(/^.*\//, "")),
    clip: isTerm
      ? { ...box, width: box.width + explanation.width, height: box.height + explanation.height }
      : box,
    fullPage: true,
    animations: "disabled",
  });
}
