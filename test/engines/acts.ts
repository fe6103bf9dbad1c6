import type { Point, Tab } from "./types.ts";

/** How long something may take to come about, and how often it is looked for: milliseconds. */
const patience = 20_000;
const lookEvery = 25;
/** Before a page goes elsewhere, so that it can answer first: milliseconds. */
const moment = 50;

/** Waits until a function of the page's says something true, and gives that back. A page on its way says nothing. */
export async function until<Result, Argument>(
  tab: Tab,
  what: string,
  run: (argument: Argument) => Result | Promise<Result>,
  argument: Argument,
): Promise<NonNullable<Result>> {
  let failure = "";
  for (const end = Date.now() + patience; Date.now() < end;) {
    failure = "";
    const result = await tab.evaluate(run, argument).catch((error: unknown) => {
      failure = `: ${String(error)}`;
    });
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
  throw new Error(`${tab.engine}: ${what} does not come about in ${patience} ms${failure}`);
}

/** Waits until an element is there, seen or not. */
export async function untilThere(tab: Tab, selector: string): Promise<void> {
  await until(tab, selector, (selector) => document.querySelector(selector) !== null, selector);
}

/** Waits until the page at an address is there, as a reader would see in the bar. */
export async function untilAt(tab: Tab, address: string): Promise<void> {
  await until(tab, address, (address) => location.href === address, address);
}

/** Has the page go elsewhere by itself, and doesn't wait for it. */
export async function follow(tab: Tab, address: string): Promise<void> {
  await tab.evaluate(({ address, moment }) => void setTimeout(() => location.assign(address), moment), {
    address,
    moment,
  });
}

export async function goBack(tab: Tab): Promise<void> {
  await tab.evaluate((moment) => void setTimeout(() => history.back(), moment), moment);
}

/**
 * A point of the first element that is to be seen and touched, brought into the window if need be.
 * Rejects where there is none, or something lies over it.
 */
export async function pointOf(tab: Tab, selector: string): Promise<Point> {
  return tab.evaluate(async (selector) => {
    const boxOf = (element: Element) => element.getClientRects()[0];
    const element = Array.from(document.querySelectorAll(selector)).find((element) => boxOf(element));
    if (!element) throw new Error(`${selector} is not to be seen`);
    const middle = () => {
      const { left, top, width, height } = boxOf(element);
      return { x: left + width / 2, y: top + height / 2 };
    };
    const isTouched = ({ x, y }: Point) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && (element.contains(found) || found.contains(element));
    };
    if (!isTouched(middle())) {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      // Browsers lay out what comes near, and put the place right after that.
      for (let still = 0, before = middle(); still < 4; still++) {
        await new Promise(requestAnimationFrame);
        if (middle().y !== before.y) still = 0;
        before = middle();
      }
    }
    if (!isTouched(middle())) throw new Error(`Something lies over ${selector}`);
    return middle();
  }, selector);
}

/** Touches the first element that is to be seen. */
export async function click(tab: Tab, selector: string): Promise<void> {
  await tab.clickAt(await pointOf(tab, selector));
}
