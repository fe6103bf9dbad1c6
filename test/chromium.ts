import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";

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

/** How each package manager installs Chromium, run by a shell. */
const installers: Record<string, string> = {
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
  const manager = Object.keys(installers).find((name) => which(name) !== null);
  const advice = manager
    ? installers[manager]
    : "install Chromium or Google Chrome, or name one in $CHROMIUM";
  const root = manager === "brew" ? "" : rootPrefix();
  if (!manager || root === null) throw new Error(`The browser tests need Chromium: ${advice}`);
  console.info(`Installing Chromium (${advice}) …`);
  execSync(`${root} sh -c "${advice}"`, { stdio: "inherit" });
  if (findChromium() === null) throw new Error(`Chromium is still not to be found after: ${advice}`);
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("There is no Chromium: ensureChromium comes first");
  return chromium.launch({ executablePath, args: flags });
}

/** What a command needs before it to run as root without asking; null where that can't be had. */
function rootPrefix(): string | null {
  if (process.getuid?.() === 0) return "";
  if (which("sudo") === null) return null;
  try {
    execSync("sudo -n true", { stdio: "ignore" });
    return "sudo -n";
  } catch {
    return null;
  }
}

function which(name: string): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const suffixes = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  const paths = folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix)));
  return paths.find((path) => existsSync(path)) ?? null;
}
