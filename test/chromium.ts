import { existsSync } from "node:fs";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";
import { install, type Installers, which } from "./programs.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Where installers put it, beside the PATH. */
const usualPlaces = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

const installers: Installers = {
  "apt-get":
    "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium",
  dnf: "dnf install -y chromium",
  apk: "apk add --no-cache chromium",
  brew: "brew install --cask chromium",
};

/** The browser's executable: the one that `$CHROMIUM` names, else the first one found; null if there is none. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`$CHROMIUM names ${named}, which is not there`);
  }
  return (
    names.map(which).find((path) => path !== null) ?? usualPlaces.find((path) => existsSync(path)) ?? null
  );
}

/**
 * Sees to it that there is a browser; installs one where that needs no password.
 * Throws an Error that says what to install.
 */
export function ensureChromium(): void {
  if (findChromium() !== null) return;
  install("Chromium or Google Chrome, which $CHROMIUM can name", installers);
  if (findChromium() === null) throw new Error("Chromium is still not to be found after its installation");
}

export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("There is no Chromium: ensureChromium comes first");
  return chromium.launch({ executablePath, args: flags, ...options });
}
