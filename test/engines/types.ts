import type { Accessible } from "../assistive/accessible.ts";

/** The engines that readers' browsers run on, and what the tests do with them: one interface for all. */

export const engineNames = ["chromium", "firefox", "webkit"] as const;
export type EngineName = (typeof engineNames)[number];

/** A window with one page, and the reader's settings in it. */
export interface TabOptions {
  /** Size of the page's part of the window, in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: boolean;
  /** Whether the page's own scripts run. Where they don't, what is run in the page must answer at once, in Firefox. */
  readonly javaScript?: boolean;
}

/** The size of the page's part of a window, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Variables of the environment of a program. */
export type Environment = Readonly<Record<string, string>>;

/** A place in the window, in CSS pixels from the left and from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An engine that can open pages. */
export interface Engine {
  readonly name: EngineName;
  /** Opens an address in a window of its own, without history, and waits until it is loaded. */
  open(address: string, options?: TabOptions): Promise<Tab>;
  /** Closes the engine with all its tabs. */
  close(): Promise<void>;
}

/** A document that functions can be run in: a page's, or that of a frame in it. */
export interface Scope {
  /** Runs a function in the page. What it is given and what it gives back must be JSON. */
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

/**
 * A page in a browser. Whatever is asked of it is an Error where the page does not answer in time: a page that stands
 * still must not stop the tests.
 */
export interface Tab extends Scope {
  readonly engine: EngineName;
  /** Goes to an address and waits until it is loaded. */
  goto(address: string): Promise<void>;
  /** The document in a frame of the page's, also where it is another site's. */
  frame(selector: string): Scope;
  /** Makes the window another size, as a reader does who turns a phone. */
  resize(size: Size): Promise<void>;
  /** Presses keys one after the other; each may have modifiers before it: `Shift+Tab`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Moves the pointer to a place. */
  move(to: Point): Promise<void>;
  /** Moves the pointer to a place, presses and lets go. */
  clickAt(at: Point): Promise<void>;
  /** Turns the pointer's wheel by so many CSS pixels downwards. */
  wheel(by: number): Promise<void>;
  /** Errors and warnings of the console so far, with uncaught errors, broken policies and failed requests. */
  faults(): Promise<readonly string[]>;
  /** The window as it is seen, as PNG. */
  screenshot(): Promise<Buffer>;
  /** The page at the address on A4 paper, as PDF; WebKit loads it anew for that. */
  print(): Promise<Buffer>;
  /** What the page tells assistive technology; in Firefox and WebKit it does on a desktop alone. */
  accessibilityTree(): Promise<Accessible>;
  close(): Promise<void>;
}

/** Waits for what is asked, but no longer than a limit in milliseconds; then it rejects with an Error that names it. */
export async function within<Result>(limit: number, what: string, asked: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} does not answer within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
