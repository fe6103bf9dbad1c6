import type { Accessible } from "../assistive/accessible.ts";
import type { InputAction, Session } from "./webdriver.ts";
import type { EngineName, Point, Scope, Size, Tab } from "./types.ts";

/** WebDriver's characters for keys that are none. */
const keyCodes: Readonly<Record<string, string>> = {
  Alt: "\uE00A",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Control: "\uE009",
  Enter: "\uE007",
  Escape: "\uE00C",
  Home: "\uE011",
  Meta: "\uE03D",
  Shift: "\uE008",
  Space: " ",
  Tab: "\uE004",
};

/** What a function of the page's came to, or how it failed. */
type Outcome = { readonly value: unknown } | { readonly error: string };

/** How long a page may take to load, and to answer whether it has; how often that is looked at: milliseconds. */
const loadLimit = 30_000;
const answerLimit = 1000;
const lookEvery = 25;

/** What a tab needs beside WebDriver. */
export interface Surroundings {
  readonly resize: (to: Size) => Promise<void>;
  readonly faults: () => Promise<readonly string[]>;
  /** WebDriver's own picture waits for the page to be drawn, which a page that is being left may not be any more. */
  readonly screenshot: () => Promise<Buffer>;
  readonly print: (address: string) => Promise<Buffer>;
  readonly accessibilityTree: (title: string) => Promise<Accessible>;
  readonly close: () => Promise<void>;
}

/** A tab whose session can go on with another. */
export interface ClearableTab extends Tab {
  /** Leaves the page, and takes back what was pressed and pointed at. */
  clear(): Promise<void>;
}

/** A tab over a session of WebDriver. */
export function openWebDriverTab(
  engine: EngineName,
  session: Session,
  { resize, faults, screenshot, print, accessibilityTree, close }: Surroundings,
): ClearableTab {
  const evaluate = async (run: (argument: never) => unknown, argument?: unknown) => {
    const outcome = await session.call<Outcome>("POST", "/execute/async", {
      script: `const done = arguments[1];
        Promise.resolve(arguments[0]).then(${run.toString()}).then(
          (value) => done({ value }), (error) => done({ error: error + "\\n" + (error && error.stack) }));`,
      args: [argument ?? null],
    });
    if ("error" in outcome) throw new Error(`${engine}: ${outcome.error}`);
    return outcome.value as never;
  };
  const frame = (selector: string): Scope => ({
    evaluate: async (run: (argument: never) => unknown, argument?: unknown) => {
      const id = await session.call<object>("POST", "/element", { using: "css selector", value: selector });
      await session.call("POST", "/frame", { id });
      try {
        return await evaluate(run, argument);
      } finally {
        await session.call("POST", "/frame", { id: null });
      }
    },
  });
  const act = (source: object, actions: readonly InputAction[]) =>
    session.call<unknown>("POST", "/actions", { actions: [{ ...source, actions }] });
  const point = (actions: readonly InputAction[]) =>
    act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" } }, actions);
  const moveTo = ({ x, y }: Point): InputAction => ({
    type: "pointerMove",
    x: Math.round(x),
    y: Math.round(y),
    duration: 0,
  });
  const leave = async () => {
    await session.call("POST", "/url", { url: "about:blank" });
    await untilLoaded(session, (href) => href === "about:blank");
  };
  const goto = async (address: string) => {
    // What stands there goes, so that the new page can't be taken for it.
    await leave();
    await session.call("POST", "/url", { url: address });
    await untilLoaded(session, (href) => href !== "about:blank");
  };
  return {
    engine,
    goto,
    evaluate,
    frame,
    resize,
    press: async (...keys) => {
      for (const key of keys) await act({ type: "key", id: "keyboard" }, strokes(key));
    },
    move: async (to) => void (await point([moveTo(to)])),
    clickAt: async (at) =>
      void (await point([moveTo(at), { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }])),
    wheel: async (by) => {
      const actions = [
        { type: "scroll", x: 0, y: 0, deltaX: 0, deltaY: by, duration: 0, origin: "viewport" },
      ];
      await act({ type: "wheel", id: "wheel" }, actions);
    },
    faults,
    screenshot,
    print: async () => print(await evaluate(() => location.href)),
    accessibilityTree: async () => accessibilityTree(await evaluate(() => document.title)),
    clear: async () => {
      await session.call("DELETE", "/actions");
      await leave();
      await point([moveTo({ x: 0, y: 0 })]);
    },
    close,
  };
}

/** The ups and downs of a key with its modifiers. */
function strokes(key: string): InputAction[] {
  const codes = key.split(/(?<=.)\+/).map((name) => keyCodes[name] ?? name);
  return [
    ...codes.map((value) => ({ type: "keyDown", value })),
    ...codes.toReversed().map((value) => ({ type: "keyUp", value })),
  ];
}

async function untilLoaded(session: Session, isThere: (href: string) => boolean): Promise<void> {
  const script = "return { href: location.href, state: document.readyState }";
  for (const end = Date.now() + loadLimit; Date.now() < end;) {
    const { href, state } = await session
      .call<{ href: string; state: DocumentReadyState }>(
        "POST",
        "/execute/sync",
        { script, args: [] },
        answerLimit,
      )
      // A page on its way out has nothing to run a function in, or loses what it is asked.
      .catch(() => ({ href: "", state: "loading" }));
    if (href !== "" && isThere(href) && state === "complete") return;
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
  throw new Error("The page is not loaded in time");
}
