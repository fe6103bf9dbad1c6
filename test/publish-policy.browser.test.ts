import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "../src/cli/server.ts";
import type { RunningServer } from "../src/cli/server.ts";
import { slug } from "./built-page.ts";
import { launchChromium } from "./engines/chromium.ts";
import { openPage } from "./page.ts";
import { dist, serveSite } from "./serve.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Every host that the site may be on: one that sends its headers, and one that sends none. */
const hosts = [
  { host: "with the headers of _headers", start: () => serveSite() },
  { host: "without any headers", start: () => serveFolder(dist) },
];

/** What someone might try who got a foot in the page. Each is true where the page's policy let it pass. */
function attack(page: Page): Promise<Record<string, boolean>> {
  return page.evaluate(async () => {
    const append = (name: string, change: (element: HTMLElement) => void) => {
      const element = document.body.appendChild(document.createElement(name));
      change(element);
      return element;
    };
    /** Whether the policy lets a page ask for what is at an address. */
    const goesThrough = (address: string, ask: (address: string) => void) =>
      new Promise<boolean>((resolve) => {
        addEventListener("securitypolicyviolation", ({ blockedURI }) => {
          if (blockedURI === address) resolve(false);
        });
        ask(address);
        setTimeout(() => resolve(true), 1000);
      });
    const attempts: Record<string, () => boolean | Promise<boolean>> = {
      "inline script": () => {
        append("script", (script) => script.append("document.title = 'taken over'"));
        return document.title === "taken over";
      },
      handler: () => {
        append("p", (p) => p.setAttribute("onclick", "document.title = 'taken over'")).click();
        return document.title === "taken over";
      },
      "inline style": () => {
        append("style", (style) => style.append("body { outline-width: 77px }"));
        return getComputedStyle(document.body).outlineWidth === "77px";
      },
      "style attribute": () => {
        const element = append("p", (p) => p.setAttribute("style", "outline-width: 77px"));
        return getComputedStyle(element).outlineWidth === "77px";
      },
      "markup from text": () => {
        append("div", (div) => (div.innerHTML = "<b id=taken>text</b>"));
        return document.getElementById("taken") !== null;
      },
      // In a task of its own: what the tests' own tool runs may do so.
      "code from text": () =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve(Boolean((0, eval)("true")));
            } catch {
              resolve(false);
            }
          });
        }),
      "a request elsewhere": () =>
        goesThrough("https://other.example/a.json", (address) => {
          fetch(address).catch(() => undefined);
        }),
      "another base": () => {
        append("base", (base) => base.setAttribute("href", "https://other.example/"));
        return document.baseURI.startsWith("https://other.example/");
      },
      "a picture from elsewhere": () =>
        goesThrough("https://other.example/a.png", (address) => {
          append("img", (img) => img.setAttribute("src", address));
        }),
    };
    const passed: Record<string, boolean> = {};
    for (const [name, act] of Object.entries(attempts)) {
      // What throws was refused.
      passed[name] = await Promise.resolve()
        .then(act)
        .catch(() => false);
    }
    return passed;
  });
}

describe.each(hosts)("on a host $host", ({ start }) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());

  it.each(["", `${slug}/`, "404.html"])("nothing foreign runs at /%s", async (path) => {
    const { page, close } = await openPage(browser, server.url + path);
    const passed = await attack(page);
    expect(Object.keys(passed)).toHaveLength(9);
    expect(Object.entries(passed).filter(([, did]) => did)).toEqual([]);
    await close();
  });

  it("the page breaks no rule of its policy while it is read from end to end, by eye and by hand", async () => {
    const { page, faults, requests, close } = await openPage(browser, `${server.url}${slug}/`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < height; top += 500) await page.mouse.wheel(0, 500);
    for (const details of await page.locator("summary:visible").all()) await details.click();
    for (let tab = 0; tab < 20; tab++) await page.keyboard.press("Tab");
    await page.emulateMedia({ media: "print" });
    expect(faults).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(server.url))).toEqual([]);
    await close();
  });
});

describe("a page of another origin", () => {
  it("can't put the story in a frame", async () => {
    const server = await serveSite();
    const { page, close } = await openPage(browser, "about:blank");
    await page.setContent(`<iframe src="${server.url}${slug}/"></iframe>`);
    await page.frames()[1].waitForLoadState();
    const [text, address] = await page.frames()[1].evaluate(() => [document.body.innerText, location.href]);
    expect(address).toBe("chrome-error://chromewebdata/");
    expect(text).toContain("blocked");
    await close();
    await server.close();
  });
});
