import type { Point, Scope, Tab } from "./types.ts";

/** How long something may take to come about, and how often it is looked for: milliseconds. */
const patience = 20_000;
const lookEvery = 25;
/** Before a page goes elsewhere, so that it can answer first: milliseconds. */
const moment = 50;

/** Waits until a function of the page's says something true, and gives that back. A page on its way says nothing. */
export async function until<Result, Argument>(
  scope: Scope,
  what: string,
  run: (argument: Argument) => Result | Promise<Result>,
  argument: Argument,
): Promise<NonNullable<Result>> {
  let failure = "";
  for (const end = Date.now() + patience; Date.now() < end;) {
    failure = "";
    const result = await scope.evaluate(run, argument).catch((error: unknown) => {
      failure = `: ${String(error)}`;
    });
    if (result) return result;
    await pause(lookEvery);
  }
  const state = () => {
    const asked = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    return { at: location.href, is: document.readyState, class: document.documentElement.className, asked };
  };
  const page = await scope.evaluate(state).then(JSON.stringify, String);
  throw new Error(`${what} does not come about in ${patience} ms${failure}; the page: ${page}`);
}

/** Waits until an element is there, seen or not. */
export async function untilThere(scope: Scope, selector: string): Promise<void> {
  await until(scope, selector, (selector) => document.querySelector(selector) !== null, selector);
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

/** What is found of an element: where its middle is, and whether a touch there is a touch of it. */
interface Found extends Point {
  readonly isTouched: boolean;
}

/** Looks for the first element that is to be seen, and brings it into the window if that is wanted. */
function find({ selector, bring }: { readonly selector: string; readonly bring: boolean }): Found | null {
  const boxOf = (element: Element) => element.getClientRects()[0];
  const element = Array.from(document.querySelectorAll(selector)).find((element) => boxOf(element));
  if (!element) return null;
  if (bring) element.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = boxOf(element);
  const [x, y] = [left + width / 2, top + height / 2];
  const found = document.elementFromPoint(x, y);
  return { x, y, isTouched: found !== null && (element.contains(found) || found.contains(element)) };
}

/**
 * A point of the first element that is to be seen and touched, waited for, and brought into the window if need be.
 * Rejects where none comes, or something lies over it.
 */
export async function pointOf(scope: Scope, selector: string): Promise<Point> {
  const look = (bring: boolean) => until(scope, selector, find, { selector, bring });
  let found = await look(false);
  if (!found.isTouched) {
    let before = await look(true);
    // Browsers lay out what comes near, and put the place right after that.
    for (let still = 0; still < 4; still++) {
      await pause(lookEvery);
      found = await look(false);
      if (found.y !== before.y) still = 0;
      before = found;
    }
  }
  if (!found.isTouched) throw new Error(`Something lies over ${selector}`);
  return found;
}

/** Touches the first element that is to be seen. */
export async function click(tab: Tab, selector: string): Promise<void> {
  await tab.clickAt(await pointOf(tab, selector));
}

/** Loads the page again, as its reader may. */
export async function reload(tab: Tab): Promise<void> {
  await tab.evaluate((moment) => {
    Object.assign(window, { isLeft: true });
    setTimeout(() => location.reload(), moment);
  }, moment);
  await until(
    tab,
    "the page anew",
    () => !("isLeft" in window) && document.readyState === "complete",
    undefined,
  );
}

/** Brings the pointer to rest on the first element that is to be seen. */
export async function hover(tab: Tab, selector: string): Promise<void> {
  await tab.move(await pointOf(tab, selector));
}

/** Gives the focus to the first element that a selector names, as a script would. */
export async function focus(scope: Scope, selector: string): Promise<void> {
  await scope.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.focus(), selector);
}

/** Waits until nothing that a selector names is to be seen any more. */
export async function untilGone(scope: Scope, selector: string): Promise<void> {
  await until(
    scope,
    `no ${selector}`,
    (selector) => [...document.querySelectorAll(selector)].every((element) => !element.checkVisibility()),
    selector,
  );
}

/** Waits for a time in milliseconds, in which nothing is to happen. */
export async function pause(time: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, time));
}
