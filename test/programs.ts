import { execSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program of the machine's that tests need. */
export interface Program {
  /** What people call it. */
  readonly title: string;
  /** What it may be called in the folders of `PATH`. */
  readonly names: readonly string[];
  /** Where else installers put it: patterns of paths. */
  readonly places?: readonly string[];
  /** A variable of the environment that may name its path. */
  readonly variable?: string;
  /** How package managers install it, each by its own name; run by a shell. */
  readonly installers: Readonly<Record<string, string>>;
}

/** The command by which Debian's package manager installs packages. */
export function aptGet(...packages: readonly string[]): string {
  return `apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${packages.join(" ")}`;
}

/** The path of a program: the one that its variable names, else the first one found; null if there is none. */
export function find({ names, places = [], variable, title }: Program): string | null {
  const named = variable && process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`$${variable} names ${named}, where no ${title} is`);
  }
  const installed = places.flatMap((pattern) => (/[*?]/.test(pattern) ? globSync(pattern) : [pattern]));
  return names.map(which).find((path) => path !== null) ?? installed.find((path) => existsSync(path)) ?? null;
}

/**
 * The path of a program, which is installed with the machine's package manager if it is missing and that needs no
 * password. Throws an Error that says what to install where it can't be had.
 */
export function ensure(program: Program): string {
  const found = find(program) ?? (install(program), find(program));
  if (found === null) throw new Error(`${program.title} is still not to be found after its installation`);
  return found;
}

/** The path of a program in the folders of `PATH`; null where there is none of that name. */
function which(name: string): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
  const suffixes = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  const paths = folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix)));
  return paths.find((path) => existsSync(path)) ?? null;
}

function install({ title, variable, installers }: Program): void {
  const manager = Object.keys(installers).find((name) => which(name) !== null);
  const advice = manager ? installers[manager] : "install it";
  const prefix = manager === "brew" ? "" : rootPrefix();
  if (!manager || prefix === null) {
    const named = variable ? `, which $${variable} can name` : "";
    throw new Error(`The tests need ${title}${named}: ${advice}`);
  }
  console.info(`Installing ${title} (${advice}) …`);
  execSync(`${prefix} sh -c "${advice}"`, { stdio: "inherit" });
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
