import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const parts = ["astro.config.mjs", "package.json", "tsconfig.json", "src", "content", "data", "public"];

/** The preview of a copy of the project, as `npm run dev` starts it. */
export interface DevServer {
  readonly folder: string;
  /** Ends with a slash. */
  readonly url: string;
  /** All that it printed so far. */
  readonly printed: () => string;
  readonly isRunning: () => boolean;
  readonly close: () => Promise<void>;
}

/** Copies the project to a temporary folder, with the packages linked; gives the folder. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  linkPackages(folder);
  return folder;
}

/** Starts the preview of a copy of the project at any free port. What the copy is to have besides is written first. */
export async function startDevServer(folder = copyProject()): Promise<DevServer> {
  const child = spawn(process.execPath, ["src/cli/dev.ts", "--port", "0"], {
    cwd: folder,
    // It is the preview whatever another command left in the environment.
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, VITEST: undefined, NODE_ENV: "production" },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (text += String(chunk)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const [, address] = /Local +(http:\S+)/.exec(text) ?? [];
      if (address) resolve(address);
    });
    child.once("exit", (status) => reject(new Error(`The preview ended with ${status}:\n${text}`)));
  });
  return {
    folder,
    url,
    printed: () => text,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    close: () => stop(child).then(() => rmSync(folder, { recursive: true, force: true })),
  };
}

/** A folder of its own, so that what Vite keeps beside the packages is not shared with other runs. */
function linkPackages(folder: string): void {
  const [from, to] = [join(root, "node_modules"), join(folder, "node_modules")];
  mkdirSync(to);
  const names = readdirSync(from).filter((name) => !name.startsWith(".") || name === ".bin");
  for (const name of names) symlinkSync(join(from, name), join(to, name));
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill();
  });
}
