import { readFile, rm } from "node:fs/promises";
import { printStage, runProgram } from "./stage.ts";

/** What Vitest's JSON reporter says, as far as it counts here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: "passed" | "failed";
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  /** Why the count is not all passed, beyond what Vitest prints itself. */
  readonly faults: readonly string[];
}

/**
 * Counts the tests of a run. Failed is also: a test that did not run (skipped, to do), a file that could not be
 * loaded, and an error outside any test, which Vitest only shows in its exit status.
 */
export function countTests({ testResults }: VitestReport, status: number): TestCount {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === "passed").length;
  const idle = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const known = tests.length - passed + unloaded.length;
  const outside = known === 0 && (status !== 0 || tests.length === 0) ? ["An error outside the tests"] : [];
  return {
    passed,
    failed: known + outside.length,
    faults: [
      ...idle.map((test) => `Not run (${test.status}): ${test.fullName}`),
      ...unloaded.map((file) => `Not loaded: ${file.name}`),
      ...outside,
    ],
  };
}

/**
 * Adds the engines that a machine lacks to a count: where every engine can be had, in CI, each is a failure.
 * @param lacking - what each is and how it is had, in words
 */
export function countLacking(count: TestCount, lacking: readonly string[], inCI: boolean): TestCount {
  return {
    passed: count.passed,
    failed: count.failed + (inCI ? lacking.length : 0),
    faults: [...count.faults, ...lacking.map((engine) => `Not run: the tests in ${engine}`)],
  };
}

/** Runs Vitest, and says how that went as the other stages do. */
export async function runTests(args: readonly string[]): Promise<TestCount> {
  const file = ".cache/vitest.json";
  // Written by test/install-engines.ts.
  const lackingFile = ".cache/engines-not-run.json";
  await rm(file, { force: true });
  const outcome = await runProgram("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...args,
  ]);
  const report = await readFile(file, "utf8").catch(() => '{"testResults":[]}');
  const lacking = JSON.parse(await readFile(lackingFile, "utf8").catch(() => "[]")) as string[];
  const tests = countTests(JSON.parse(report) as VitestReport, outcome.status);
  const count = countLacking(tests, lacking, process.env["CI"] !== undefined);
  printStage("vitest", count.failed === 0, {
    ...outcome,
    output: [outcome.output, ...count.faults].join("\n"),
  });
  if (count.failed === 0) for (const fault of count.faults) console.log(fault);
  return count;
}
