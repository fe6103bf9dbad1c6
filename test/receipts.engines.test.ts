import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { click, focus, hover, pause, untilGone, untilThere } from "./engines/acts.ts";
import type { Point, Tab } from "./engines/types.ts";
import { useEngine } from "./engines/use-engine.ts";
import {
  boxOf,
  countOf,
  goTo,
  hashOf,
  isSeen,
  putOnPaper,
  settle,
  stagePicture,
  wordsOf,
} from "./reading.ts";
import { serveSite } from "./serve.ts";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

const engine = useEngine();
let server: RunningServer;
beforeAll(async () => {
  server = await serveSite("/news/2026/");
});
afterAll(() => server.close());

async function openScene(id: string, size = desk): Promise<Tab> {
  const tab = await engine.open(`${server.url}${slug}/#${id}`, size);
  await settle(tab);
  return tab;
}

/** The group that the keys have chosen on the stage, as a screen reader is told of it. */
function chosenGroup(tab: Tab): Promise<string | null> {
  return tab.evaluate(() => document.querySelector("canvas")!.getAttribute("aria-valuetext"));
}

/** The stage's picture, to compare. */
async function picture(tab: Tab): Promise<string> {
  return (await stagePicture(tab)).toString("base64");
}

async function pictureOf(tab: Tab, id: string): Promise<string> {
  await goTo(tab, id);
  await settle(tab);
  return picture(tab);
}

/** A point of the window where a dot of about this colour is drawn. */
async function pointOfColour(tab: Tab, [r, g, b]: readonly [number, number, number]): Promise<Point> {
  const { width, data } = PNG.sync.read(await stagePicture(tab));
  const box = await boxOf(tab, "canvas");
  const scale = box.width / width;
  for (let i = 0; i < data.length / 4; i++) {
    const pixel = data.subarray(4 * i, 4 * i + 4);
    if (pixel.equals(Buffer.from([r, g, b, 255])))
      return { x: box.x + (i % width) * scale, y: box.y + Math.floor(i / width) * scale };
  }
  throw new Error("no such colour on the stage");
}

/** Moves the focus to a number by a key, as `:focus-visible` wants it: from the link before it. */
async function tabTo(tab: Tab, number: string): Promise<void> {
  await tab.evaluate((number) => {
    const links = [...document.querySelectorAll<HTMLElement>("a[href]")];
    const at = links.indexOf(document.querySelector<HTMLElement>(number)!);
    links[at - 1].focus({ preventScroll: true });
  }, number);
  const isThere = () => tab.evaluate((number) => document.activeElement!.matches(number), number);
  for (let times = 0; times < 9 && !(await isThere()); times++) await tab.press("Tab");
  expect(await isThere()).toBe(true);
}

/** What has the focus: a link of the receipt by its words, anything else by what it is. */
function focused(tab: Tab): Promise<string> {
  return tab.evaluate(() => {
    const { activeElement: element } = document;
    const place = element?.closest(".receipt") ? "receipt: " : "";
    return `${place}${element?.textContent || element?.localName}`;
  });
}

const ochre = [0xa8, 0x6f, 0x12] as const;

describe("a number in the text", () => {
  it.each(engine.windowsOf([phone, desk]))(
    "shows that it can be touched, as terms and sources do: $width",
    async (size) => {
      const tab = await engine.open(`${server.url}${slug}/`, size);
      const lines = await tab.evaluate(() => {
        const touched = document.querySelectorAll(
          "main :is(p, li, td) :is(a.n, .term > button, .cite > button)",
        );
        return Array.from(touched, (element) => {
          const { textDecorationLine, textDecorationStyle, textDecorationThickness } =
            getComputedStyle(element);
          return `${textDecorationLine} ${textDecorationStyle} ${textDecorationThickness}`;
        });
      });
      expect(lines.length).toBeGreaterThan(40);
      expect(new Set(lines)).toEqual(new Set(["underline dotted 1px", "underline dashed 1px"]));
    },
  );

  it("lights up its dots and opens its receipt while a pointer rests on it", async () => {
    const tab = await openScene("action");
    const before = await picture(tab);
    await hover(tab, "#action a.n[data-of=warned]");
    await untilThere(tab, ".receipt");
    await settle(tab);
    expect(await picture(tab)).not.toBe(before);
    const said = await wordsOf(tab, ".receipt");
    expect(said).toContain("38 people");
    expect(said).toMatch(/row 6 of data\/facebook-reports\.csv/i);
    await tab.move({ x: 2, y: 400 });
    await untilGone(tab, ".receipt");
    await settle(tab);
    expect(await picture(tab)).toBe(before);
    expect(await tab.faults()).toEqual([]);
  });

  it("keeps its receipt open once it is touched, until Escape or a touch elsewhere", async () => {
    const tab = await openScene("action");
    const number = "#action a.n[data-of=warned]";
    await click(tab, number);
    await tab.move({ x: 2, y: 400 });
    await pause(400);
    expect(await isSeen(tab, ".receipt")).toBe(true);
    expect(await focused(tab)).not.toMatch(/^receipt/);
    await tab.press("Escape");
    expect(await isSeen(tab, ".receipt")).toBe(false);
    await click(tab, number);
    await tab.clickAt({ x: 2, y: 400 });
    expect(await isSeen(tab, ".receipt")).toBe(false);
    expect(await hashOf(tab)).toBe("#action");
  });

  it("does the same for the keyboard, which passes by the receipt, or goes into it by Enter", async () => {
    const tab = await openScene("action");
    await tabTo(tab, "#action a.n[data-of=warned]");
    expect(await wordsOf(tab, ".receipt")).toContain("38 people");
    await tab.press("Tab");
    expect(await focused(tab)).toBe("warning");
    expect(await isSeen(tab, ".receipt")).toBe(false);
    await tab.press("Shift+Tab");
    expect(await focused(tab)).toBe("38");
    await tab.press("Enter");
    expect(await focused(tab)).toMatch(/^receipt: 38 people/);
    expect(await hashOf(tab)).toBe("#action");
  });

  it("keeps its receipt open beside it where the key that reached it scrolled the page, until it is out of sight", async () => {
    const tab = await openScene("all");
    await tab.evaluate(() => [...document.querySelectorAll<HTMLElement>("#action a.n")].at(-1)!.focus());
    const distance = () =>
      tab.evaluate(() => {
        const receipt = document.querySelector(".receipt")!.getBoundingClientRect();
        const number = document.activeElement!.getBoundingClientRect();
        return Math.min(Math.abs(receipt.top - number.bottom), Math.abs(number.top - receipt.bottom));
      });
    let scrolled = 0;
    for (let times = 0; times < 12 && scrolled === 0; times++) {
      const before = await tab.evaluate(() => scrollY);
      await tab.press("Tab");
      await pause(300);
      const onNumber = await tab.evaluate(() => document.activeElement!.matches("a.n"));
      if (onNumber) scrolled = (await tab.evaluate(() => scrollY)) - before;
    }
    expect(scrolled).not.toBe(0);
    expect(await isSeen(tab, ".receipt")).toBe(true);
    expect(await distance()).toBeLessThan(9);
    await tab.evaluate(() => scrollBy(0, 60));
    await pause(300);
    expect(await distance()).toBeLessThan(9);
    await tab.evaluate(() => scrollBy(0, 2000));
    await untilGone(tab, ".receipt");
  });

  it("leads to its receipt without script", async () => {
    const tab = await engine.open(`${server.url}${slug}/`, { javaScript: false });
    const links = await tab.evaluate(() =>
      Array.from(document.querySelectorAll("a.n[href]"), (link) => ({
        link: link.getAttribute("href")!,
        places: document.querySelectorAll(link.getAttribute("href")!).length,
      })),
    );
    expect(links.length).toBeGreaterThan(30);
    for (const { link, places } of links) expect({ link, places }).toEqual({ link, places: 1 });
  });
});

describe("the links in a receipt", () => {
  const linksOfWarned = ["receipt: Row 6 of data/facebook-reports.csv", "receipt: 1,841"];

  it("come after its number by Enter and Tab, before what follows it, and the same way back", async () => {
    const tab = await openScene("action");
    await tabTo(tab, "#action a.n[data-of=warned]");
    await tab.press("Enter");
    const steps = await tab.evaluate(() =>
      Array.from(document.querySelectorAll(".receipt span a"), (link) => link.textContent),
    );
    const links = [...linksOfWarned, ...steps.map((step) => `receipt: ${step}`)];
    for (const link of links) {
      await tab.press("Tab");
      expect(await focused(tab)).toBe(link);
    }
    await tab.press("Tab");
    expect(await focused(tab)).toBe("warning");
    expect(await isSeen(tab, ".receipt")).toBe(false);
    await tab.press("Shift+Tab");
    expect(await focused(tab)).toBe("38");
    await tab.press("Enter");
    await tab.press("Tab");
    expect(await focused(tab)).toBe(links[0]);
    await tab.press("Shift+Tab");
    expect(await focused(tab)).toBe("38");
    expect(await isSeen(tab, ".receipt")).toBe(true);
  });

  it("give the focus back to the number on Escape, which closes the receipt", async () => {
    const tab = await openScene("action");
    await tabTo(tab, "#action a.n[data-of=warned]");
    await tab.press("Enter");
    await tab.press("Tab");
    await tab.press("Escape");
    expect(await isSeen(tab, ".receipt")).toBe(false);
    expect(await focused(tab)).toBe("38");
    await tab.press("Tab");
    expect(await focused(tab)).toBe("warning");
  });

  it("come after its number where a touch has opened it, and let go of it when they are left", async () => {
    const tab = await openScene("action");
    await click(tab, "#action a.n[data-of=warned]");
    await tab.press("Tab");
    expect(await focused(tab)).toBe(linksOfWarned[0]);
    await tab.press("Shift+Tab");
    expect(await isSeen(tab, ".receipt")).toBe(true);
    await tab.press("Shift+Tab");
    expect(await isSeen(tab, ".receipt")).toBe(false);
  });

  it("come after the stage and before its steps where the receipt is a group's, whose place is kept", async () => {
    const tab = await openScene("outcomes");
    await focus(tab, "canvas");
    for (let down = 0; down < 2; down++) await tab.press("ArrowDown");
    await tab.press("Enter");
    await tab.press("Tab");
    expect(await focused(tab)).toBe("receipt: Row 3 of data/facebook-reports.csv");
    await tab.press("Escape");
    expect(await isSeen(tab, ".receipt")).toBe(false);
    expect(await focused(tab)).toBe("canvas");
    await tab.press("Enter");
    expect(await wordsOf(tab, ".receipt")).toContain("290 people");
    for (let link = await countOf(tab, ".receipt a"); link >= 0; link--) await tab.press("Tab");
    expect(await tab.evaluate(() => document.activeElement!.closest(".steps") !== null)).toBe(true);
    expect(await isSeen(tab, ".receipt")).toBe(false);
  });

  it("give the focus back to the stage when the button below them follows a dot", async () => {
    const tab = await openScene("outcomes");
    await tab.clickAt(await pointOfColour(tab, ochre));
    await untilThere(tab, ".receipt button");
    for (let link = await countOf(tab, ".receipt a"); link >= 0; link--) await tab.press("Tab");
    expect(await focused(tab)).toBe("receipt: Follow this dot");
    await tab.press("Enter");
    expect(await isSeen(tab, ".receipt")).toBe(false);
    expect(await focused(tab)).toBe("canvas");
  });

  it("keep the receipt while they or its number have the focus, whatever a pointer comes to rest on", async () => {
    const tab = await openScene("action");
    await tabTo(tab, "#action a.n[data-of=warned]");
    for (const place of ["#action a.n[data-of=charged]", "#action h3"]) {
      await hover(tab, place);
      await pause(400);
      expect(await wordsOf(tab, ".receipt")).toContain("38 people");
    }
    await tab.move({ x: 2, y: 400 });
    await hover(tab, "#action a.n[data-of=charged]");
    await tab.press("Enter");
    await tab.press("Tab");
    await pause(400);
    expect(await focused(tab)).toBe(linksOfWarned[0]);
  });

  it("can be reached by a pointer that leaves the number for them", async () => {
    const tab = await openScene("action");
    await hover(tab, "#action a.n[data-of=warned]");
    await hover(tab, ".receipt a[href='#r-reports']");
    await pause(400);
    await click(tab, ".receipt a[href='#r-reports']");
    expect(await hashOf(tab)).toBe("#r-reports");
  });
});

describe("an open receipt", () => {
  it.each(engine.windowsOf([phone, desk]))(
    "moves no letter of the text around it, and looks the same anywhere: $width",
    async (size) => {
      const tab = await openScene("all", size);
      const moved = await tab.evaluate(async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const boxes = (block: Element) => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
            parentElement!.closest(".receipt") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
          );
          const range = document.createRange();
          const found: DOMRect[] = [];
          while (walker.nextNode()) {
            range.selectNodeContents(walker.currentNode);
            found.push(...range.getClientRects());
          }
          return JSON.stringify(found);
        };
        const faults: string[] = [];
        const styles = new Set<string>();
        for (const number of document.querySelectorAll<HTMLElement>("main a.n[href]")) {
          number.scrollIntoView({ block: "center", behavior: "instant" });
          // A scroll closes receipts, and is heard a frame later.
          for (let i = 0; i < 3; i++) await frame();
          const before = boxes(number.parentElement!);
          number.dispatchEvent(new MouseEvent("click", { detail: 1, bubbles: true, cancelable: true }));
          if (boxes(number.parentElement!) !== before) faults.push(number.outerHTML);
          const receipt = document.querySelector(".receipt")!;
          const { font, color, textAlign, letterSpacing, textTransform } = getComputedStyle(receipt);
          // In a list Firefox says where the start is.
          const side = textAlign.replace("start", "left");
          styles.add([font, color, side, letterSpacing, textTransform].join());
        }
        return { faults, styles: styles.size };
      });
      expect(moved).toEqual({ faults: [], styles: 1 });
    },
  );

  it("is not on paper", async () => {
    const tab = await openScene("action");
    await click(tab, "#action a.n[data-of=warned]");
    await putOnPaper(tab);
    expect(await isSeen(tab, ".receipt")).toBe(false);
  });
});

describe("the stage", () => {
  it("opens the receipt of a dot that is touched, with the steps that speak of it", async () => {
    const tab = await openScene("outcomes");
    await tab.clickAt(await pointOfColour(tab, ochre));
    await untilThere(tab, ".receipt");
    expect(await wordsOf(tab, ".receipt")).toContain("273 cases");
    expect(await countOf(tab, ".receipt a[href='#community']")).toBe(1);
    expect(await tab.faults()).toEqual([]);
  });

  it("opens the receipt of a band that is touched", async () => {
    const tab = await openScene("outcomes");
    const { x, y, height } = await boxOf(tab, "canvas");
    await tab.clickAt({ x: x + 12, y: y + height * 0.9 });
    await untilThere(tab, ".receipt");
    expect(await wordsOf(tab, ".receipt")).toContain("583 cases");
  });

  it("lights up dots that their receipt does not cover, where there is room below the stage", async () => {
    const tab = await openScene("outcomes", phone);
    const stage = await boxOf(tab, "canvas");
    await tab.clickAt({ x: stage.x + 120, y: stage.y + 65 });
    await untilThere(tab, ".receipt");
    const receipt = await boxOf(tab, ".receipt");
    expect(receipt.y).toBeGreaterThanOrEqual(stage.y + stage.height);
  });

  it("keeps a ring round one dot through the scenes and back", async () => {
    const tab = await openScene("outcomes");
    const plain = [
      await pictureOf(tab, "all"),
      await pictureOf(tab, "community"),
      await pictureOf(tab, "outcomes"),
    ];
    const dot = await pointOfColour(tab, ochre);
    await tab.clickAt(dot);
    await click(tab, ".receipt button");
    const followed = [
      await pictureOf(tab, "all"),
      await pictureOf(tab, "community"),
      await pictureOf(tab, "outcomes"),
    ];
    followed.forEach((now, i) => expect(now).not.toBe(plain[i]));
    await tab.clickAt(dot);
    await click(tab, ".receipt button");
    expect(await pictureOf(tab, "all")).toBe(plain[0]);
  });

  it("is one stop for the Tab key, with the arrow keys inside", async () => {
    const tab = await openScene("outcomes");
    const before = await picture(tab);
    await focus(tab, "canvas");
    await tab.press("ArrowDown");
    await tab.press("ArrowDown");
    await settle(tab);
    expect(await picture(tab)).not.toBe(before);
    expect(await chosenGroup(tab)).toBe("290 Charged, 2 of 7");
    await tab.press("Enter");
    expect(await wordsOf(tab, ".receipt")).toContain("290 people");
  });

  it("follows one dot of a group by the key F, through the scenes and back, until it is pressed again", async () => {
    const tab = await openScene("outcomes");
    await focus(tab, "canvas");
    for (let down = 0; down < 5; down++) await tab.press("ArrowDown");
    expect(await chosenGroup(tab)).toBe("273 Community resolution, 5 of 7");
    await tab.press("f");
    expect(await wordsOf(tab, ".stage [aria-live]")).toBe("A dot is followed");
    await settle(tab);
    const followed = [
      await pictureOf(tab, "all"),
      await pictureOf(tab, "community"),
      await pictureOf(tab, "outcomes"),
    ];
    await focus(tab, "canvas");
    await tab.press("ArrowDown");
    await tab.press("f");
    expect(await wordsOf(tab, ".stage [aria-live]")).toBe("No dot is followed");
    const plain = [
      await pictureOf(tab, "all"),
      await pictureOf(tab, "community"),
      await pictureOf(tab, "outcomes"),
    ];
    followed.forEach((now, i) => expect(now).not.toBe(plain[i]));
  });

  it("goes on where a key or a touch comes while it is about to draw", async () => {
    const tab = await openScene("outcomes");
    await tab.evaluate(() => {
      const canvas = document.querySelector("canvas")!;
      const { left, top } = canvas.getBoundingClientRect();
      const press = (key: string) =>
        canvas.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      press("ArrowDown");
      press("f");
      press("ArrowDown");
      const [clientX, clientY] = [left + 12, top + 0.9 * canvas.clientHeight];
      canvas.dispatchEvent(new MouseEvent("click", { clientX, clientY, detail: 1, bubbles: true }));
    });
    await untilThere(tab, ".receipt");
    await settle(tab);
    expect(await tab.faults()).toEqual([]);
  });
});
