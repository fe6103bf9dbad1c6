import { spawn } from "node:child_process";

/** How a program ended, and all that it printed. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly seconds: number;
}

/** Runs a program of node_modules/.bin. Rejects where it can't be started. */
export function runProgram(name: string, args: readonly string[]): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    const chunks: Buffer[] = [];
    const keep = (chunk: Buffer) => void chunks.push(chunk);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (status) => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString(), seconds });
    });
  });
}

/** Says how a stage went: one line, and everything that it printed where it failed. Returns whether it passed. */
export async function finishStage(
  name: string,
  running: Promise<Outcome>,
  passes: (outcome: Outcome) => boolean = ({ status }) => status === 0,
): Promise<boolean> {
  const outcome = await running;
  const passed = passes(outcome);
  printStage(name, passed, outcome);
  return passed;
}

export function printStage(name: string, passed: boolean, { output, seconds }: Outcome): void {
  if (!passed) console.log(`\n${output.trimEnd()}\n`);
  console.log(`${passed ? "✓" : "✗"} ${name.padEnd(11)} ${seconds.toFixed(1).padStart(6)} s`);
}
