import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** How package managers install a program, each by its own name; run by a shell. */
export type Installers = Readonly<Record<string, string>>;

/** The path of a program; null where there is none of that name. */
export function which(name: string): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
  const suffixes = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  const paths = folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/**
 * Installs a program with the machine's package manager, where that needs no password.
 * Throws an Error that says what to install where it can't.
 */
export function install(what: string, installers: Installers): void {
  const manager = Object.keys(installers).find((name) => which(name) !== null);
  const advice = manager ? installers[manager] : "install it";
  const prefix = manager === "brew" ? "" : rootPrefix();
  if (!manager || prefix === null) throw new Error(`The tests need ${what}: ${advice}`);
  console.info(`Installing ${what} (${advice}) …`);
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
