import { describe, expect, it } from "vitest";
import { builtDocument } from "./built-page.ts";

/**
 * Each scene's still pictures against golden ones that have been looked at. After a change that is meant to show:
 * `npx vitest run test/golden -u`, and look at what has changed.
 */
const document = await builtDocument();
const pictures = [...document.querySelectorAll("[data-scene]")].flatMap((scene) =>
  ["wide", "narrow"].map((width) => ({
    name: `${scene.id}-${width}`,
    svg: scene.querySelector(`svg.${width}`)!,
  })),
);

describe("the still pictures of the first story", () => {
  it.each(pictures)("$name is the golden one", async ({ name, svg }) => {
    // One element a line, so that a difference can be read; a namespace, so that the file can be looked at.
    // The words for those who can't see it are tested with the page.
    const markup = svg.outerHTML
      .replace(/ aria-label="[^"]*"/, "")
      .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
      .replaceAll("><", ">\n<");
    await expect(`${markup}\n`).toMatchFileSnapshot(`golden/${name}.svg`);
  });
});
