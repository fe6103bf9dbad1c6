import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { settle, stagePicture } from "./reading.ts";
import { serveSite } from "./serve.ts";

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launchChromium();
  server = await serveSite("/news/2026/");
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openScene(id: string) {
  const opened = await openPage(browser, `${server.url}${slug}/#${id}`, { width: 1280, height: 800 });
  await settle(opened.page);
  return opened;
}

/** The stage's picture, to compare. */
async function picture(page: Page): Promise<string> {
  return (await stagePicture(page)).toString("base64");
}

/** A point of the window where a dot of about this colour is drawn. */
async function pointOfColour(
  page: Page,
  [r, g, b]: readonly [number, number, number],
): Promise<{ x: number; y: number }> {
  const { width, data } = PNG.sync.read(await stagePicture(page));
  const box = (await page.locator("canvas").boundingBox())!;
  const scale = box.width / width;
  for (let i = 0; i < data.length / 4; i++) {
    const pixel = data.subarray(4 * i, 4 * i + 4);
    if (pixel.equals(Buffer.from([r, g, b, 255])))
      return { x: box.x + (i % width) * scale, y: box.y + Math.floor(i / width) * scale };
  }
  throw new Error("no such colour on the stage");
}

/** Moves the focus to a number by a key, as `:focus-visible` wants it: from the link before it. */
async function tabTo(page: Page, number: string): Promise<void> {
  await page.locator(number).evaluate((number) => {
    const links = [...document.querySelectorAll<HTMLElement>("a[href]")];
    links[links.indexOf(number as HTMLElement) - 1].focus({ preventScroll: true });
  });
  const isThere = () => page.locator(number).evaluate((number) => number === document.activeElement);
  for (let tab = 0; tab < 9 && !(await isThere()); tab++) await page.keyboard.press("Tab");
  expect(await isThere()).toBe(true);
}

/** What has the focus: a link of the receipt by its words, anything else by what it is. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    const place = element?.closest(".receipt") ? "receipt: " : "";
    return `${place}${element?.textContent || element?.localName}`;
  });
}

const ochre = [0xa8, 0x6f, 0x12] as const;

describe("a number in the text", () => {
  it("lights up its dots and opens its receipt while a pointer rests on it", async () => {
    const { page, faults, close } = await openScene("action");
    const before = await picture(page);
    await page.locator("#action a.n[data-of=warned]").hover();
    await page.waitForSelector(".receipt:visible");
    await settle(page);
    expect(await picture(page)).not.toBe(before);
    const said = await page.textContent(".receipt");
    expect(said).toContain("38 people");
    expect(said).toMatch(/row 6 of data\/facebook-reports\.csv/i);
    await page.mouse.move(2, 400);
    await page.waitForSelector(".receipt", { state: "hidden" });
    await settle(page);
    expect(await picture(page)).toBe(before);
    expect(faults).toEqual([]);
    await close();
  });

  it("keeps its receipt open once it is touched, until Escape or a touch elsewhere", async () => {
    const { page, close } = await openScene("action");
    const number = page.locator("#action a.n[data-of=warned]");
    await number.click();
    await page.mouse.move(2, 400);
    await page.waitForTimeout(400);
    expect(await page.isVisible(".receipt")).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.isVisible(".receipt")).toBe(false);
    await number.click();
    await page.mouse.click(2, 400);
    expect(await page.isVisible(".receipt")).toBe(false);
    expect(new URL(page.url()).hash).toBe("#action");
    await close();
  });

  it("does the same for the keyboard, which passes by the receipt, or goes into it by Enter", async () => {
    const { page, close } = await openScene("action");
    await tabTo(page, "#action a.n[data-of=warned]");
    expect(await page.textContent(".receipt")).toContain("38 people");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("warning");
    expect(await page.isVisible(".receipt")).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("38");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toMatch(/^receipt: 38 people/);
    expect(new URL(page.url()).hash).toBe("#action");
    await close();
  });

  it("keeps its receipt open beside it where the key that reached it scrolled the page, until it is out of sight", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`, { width: 1280, height: 800 });
    await settle(page);
    await page.locator("#action a.n").last().focus();
    const distance = () =>
      page.evaluate(() => {
        const receipt = document.querySelector(".receipt")!.getBoundingClientRect();
        const number = document.activeElement!.getBoundingClientRect();
        return Math.min(Math.abs(receipt.top - number.bottom), Math.abs(number.top - receipt.bottom));
      });
    let scrolled = 0;
    for (let tab = 0; tab < 12 && scrolled === 0; tab++) {
      const before = await page.evaluate(() => scrollY);
      await page.keyboard.press("Tab");
      await page.waitForTimeout(300);
      const onNumber = await page.evaluate(() => document.activeElement!.matches("a.n"));
      if (onNumber) scrolled = (await page.evaluate(() => scrollY)) - before;
    }
    expect(scrolled).not.toBe(0);
    expect(await page.isVisible(".receipt")).toBe(true);
    expect(await distance()).toBeLessThan(9);
    await page.evaluate(() => scrollBy(0, 60));
    await page.waitForTimeout(300);
    expect(await distance()).toBeLessThan(9);
    await page.evaluate(() => scrollBy(0, 2000));
    await page.waitForSelector(".receipt", { state: "hidden" });
    await close();
  });

  it("leads to its receipt without script", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/`, { javaScript: false });
    const links = await page.$$eval("a.n[href]", (links) => links.map((link) => link.getAttribute("href")!));
    expect(links.length).toBeGreaterThan(30);
    for (const link of new Set(links)) expect(await page.locator(link).count()).toBe(1);
    await close();
  });
});

describe("the links in a receipt", () => {
  const linksOfWarned = ["receipt: Row 6 of data/facebook-reports.csv", "receipt: 1,841"];

  it("come after its number by Enter and Tab, before what follows it, and the same way back", async () => {
    const { page, close } = await openScene("action");
    await tabTo(page, "#action a.n[data-of=warned]");
    await page.keyboard.press("Enter");
    const steps = await page.$$eval(".receipt span a", (links) => links.map((link) => link.textContent));
    const links = [...linksOfWarned, ...steps.map((step) => `receipt: ${step}`)];
    for (const link of links) {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe(link);
    }
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("warning");
    expect(await page.isVisible(".receipt")).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("38");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe(links[0]);
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("38");
    expect(await page.isVisible(".receipt")).toBe(true);
    await close();
  });

  it("give the focus back to the number on Escape, which closes the receipt", async () => {
    const { page, close } = await openScene("action");
    await tabTo(page, "#action a.n[data-of=warned]");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await page.isVisible(".receipt")).toBe(false);
    expect(await focused(page)).toBe("38");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("warning");
    await close();
  });

  it("come after its number where a touch has opened it, and let go of it when they are left", async () => {
    const { page, close } = await openScene("action");
    await page.click("#action a.n[data-of=warned]");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe(linksOfWarned[0]);
    await page.keyboard.press("Shift+Tab");
    expect(await page.isVisible(".receipt")).toBe(true);
    await page.keyboard.press("Shift+Tab");
    expect(await page.isVisible(".receipt")).toBe(false);
    await close();
  });

  it("come after the stage and before its steps where the receipt is a group's, whose place is kept", async () => {
    const { page, close } = await openScene("outcomes");
    await page.focus("canvas");
    for (let down = 0; down < 2; down++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("receipt: Row 3 of data/facebook-reports.csv");
    await page.keyboard.press("Escape");
    expect(await page.isVisible(".receipt")).toBe(false);
    expect(await focused(page)).toBe("canvas");
    await page.keyboard.press("Enter");
    expect(await page.textContent(".receipt")).toContain("290 people");
    for (let link = await page.locator(".receipt a").count(); link >= 0; link--)
      await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.closest(".steps") !== null)).toBe(true);
    expect(await page.isVisible(".receipt")).toBe(false);
    await close();
  });

  it("give the focus back to the stage when the button below them follows a dot", async () => {
    const { page, close } = await openScene("outcomes");
    const { x, y } = await pointOfColour(page, ochre);
    await page.mouse.click(x, y);
    await page.waitForSelector(".receipt button");
    for (let link = await page.locator(".receipt a").count(); link >= 0; link--)
      await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("receipt: Follow this dot");
    await page.keyboard.press("Enter");
    expect(await page.isVisible(".receipt")).toBe(false);
    expect(await focused(page)).toBe("canvas");
    await close();
  });

  it("keep the receipt while they or its number have the focus, whatever a pointer comes to rest on", async () => {
    const { page, close } = await openScene("action");
    await tabTo(page, "#action a.n[data-of=warned]");
    for (const place of ["#action a.n[data-of=charged]", "#action h3"]) {
      await page.hover(place);
      await page.waitForTimeout(400);
      expect(await page.textContent(".receipt")).toContain("38 people");
    }
    await page.mouse.move(2, 400);
    await page.hover("#action a.n[data-of=charged]");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.waitForTimeout(400);
    expect(await focused(page)).toBe(linksOfWarned[0]);
    await close();
  });

  it("can be reached by a pointer that leaves the number for them", async () => {
    const { page, close } = await openScene("action");
    await page.hover("#action a.n[data-of=warned]");
    await page.hover(".receipt a[href='#r-reports']");
    await page.waitForTimeout(400);
    await page.click(".receipt a[href='#r-reports']");
    expect(new URL(page.url()).hash).toBe("#r-reports");
    await close();
  });
});

describe("an open receipt", () => {
  it.each([390, 1280])(
    "moves no letter of the text around it, and looks the same anywhere: %i",
    async (width) => {
      const { page, close } = await openPage(browser, `${server.url}${slug}/`, { width, height: 800 });
      await settle(page);
      const moved = await page.evaluate(async () => {
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
          styles.add([font, color, textAlign, letterSpacing, textTransform].join());
        }
        return { faults, styles: styles.size };
      });
      expect(moved).toEqual({ faults: [], styles: 1 });
      await close();
    },
  );

  it("is not on paper", async () => {
    const { page, close } = await openScene("action");
    await page.click("#action a.n[data-of=warned]");
    await page.emulateMedia({ media: "print" });
    expect(await page.isVisible(".receipt")).toBe(false);
    await close();
  });
});

describe("the stage", () => {
  it("opens the receipt of a dot that is touched, with the steps that speak of it", async () => {
    const { page, faults, close } = await openScene("outcomes");
    const { x, y } = await pointOfColour(page, ochre);
    await page.mouse.click(x, y);
    await page.waitForSelector(".receipt", { state: "visible" });
    expect(await page.textContent(".receipt")).toContain("273 cases");
    expect(await page.locator(".receipt a[href='#community']").count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  it("opens the receipt of a band that is touched", async () => {
    const { page, close } = await openScene("outcomes");
    const { x, y, height } = (await page.locator("canvas").boundingBox())!;
    await page.mouse.click(x + 12, y + height * 0.9);
    await page.waitForSelector(".receipt");
    expect(await page.textContent(".receipt")).toContain("583 cases");
    await close();
  });

  it("lights up dots that their receipt does not cover, where there is room below the stage", async () => {
    const { page, close } = await openPage(browser, `${server.url}${slug}/#outcomes`, {
      width: 390,
      height: 844,
    });
    await settle(page);
    const stage = (await page.locator("canvas").boundingBox())!;
    await page.mouse.click(stage.x + 120, stage.y + 65);
    await page.waitForSelector(".receipt");
    const receipt = (await page.locator(".receipt").boundingBox())!;
    expect(receipt.y).toBeGreaterThanOrEqual(stage.y + stage.height);
    await close();
  });

  it("keeps a ring round one dot through the scenes and back", async () => {
    const { page, close } = await openScene("outcomes");
    const goTo = async (id: string) => {
      await page.evaluate((id) => document.getElementById(id)!.scrollIntoView({ behavior: "instant" }), id);
      await settle(page);
      return picture(page);
    };
    const plain = [await goTo("all"), await goTo("community"), await goTo("outcomes")];
    const { x, y } = await pointOfColour(page, ochre);
    await page.mouse.click(x, y);
    await page.click(".receipt button");
    const followed = [await goTo("all"), await goTo("community"), await goTo("outcomes")];
    followed.forEach((now, i) => expect(now).not.toBe(plain[i]));
    await page.mouse.click(x, y);
    await page.click(".receipt button");
    expect(await goTo("all")).toBe(plain[0]);
    await close();
  });

  it("is one stop for the Tab key, with the arrow keys inside", async () => {
    const { page, close } = await openScene("outcomes");
    const before = await picture(page);
    await page.focus("canvas");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await settle(page);
    expect(await picture(page)).not.toBe(before);
    expect(await page.textContent(".stage [role=status]")).toBe("290 Charged, 2 of 7");
    await page.keyboard.press("Enter");
    expect(await page.textContent(".receipt")).toContain("290 people");
    await close();
  });

  it("follows one dot of a group by the key F, through the scenes and back, until it is pressed again", async () => {
    const { page, close } = await openScene("outcomes");
    await page.focus("canvas");
    for (let down = 0; down < 5; down++) await page.keyboard.press("ArrowDown");
    expect(await page.textContent(".stage [role=status]")).toBe("273 Community resolution, 5 of 7");
    await page.keyboard.press("f");
    expect(await page.textContent(".stage [role=status]")).toBe("A dot is followed");
    await settle(page);
    const goTo = async (id: string) => {
      await page.evaluate((id) => document.getElementById(id)!.scrollIntoView({ behavior: "instant" }), id);
      await settle(page);
      return picture(page);
    };
    const followed = [await goTo("all"), await goTo("community"), await goTo("outcomes")];
    await page.focus("canvas");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("f");
    expect(await page.textContent(".stage [role=status]")).toBe("No dot is followed");
    const plain = [await goTo("all"), await goTo("community"), await goTo("outcomes")];
    followed.forEach((now, i) => expect(now).not.toBe(plain[i]));
    await close();
  });
});
