import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";

/** What runs, so that it ends with the tests even where these break off. */
const running = new Set<ChildProcess>();
process.once("exit", () => running.forEach(kill));
// As Vitest ends its workers: without a word.
process.once("SIGTERM", () => process.exit());

/** Starts a program that is ended with all that it starts: a page that stands still hears nothing else. */
export function start(path: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(path, args, { ...options, detached: true });
  endWithTests(child);
  return child;
}

/** Has what runs in a group of its own end with the tests, at once: they have half a second. */
export function endWithTests(child: ChildProcess): void {
  running.add(child);
  child.once("exit", () => running.delete(child));
}

function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

export async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  kill(child);
  await ended;
}
