/** `npm test`: types, lint, format, build, then every test; ends with a count. */
import { readArguments } from "./arguments.ts";
import { finishStage, runProgram, type Outcome } from "./stage.ts";
import { runTests } from "./vitest-results.ts";

readArguments("npm test", {});

/** Astro's checker ends with status 0 when it can't run at all: only its own verdict counts. */
function isClean({ status, output }: Outcome): boolean {
  return status === 0 && /^Result \(\d+ files?\):\s+- 0 errors\s+- 0 warnings\s+- 0 hints/m.test(output);
}

// It waits for the network, if for anything.
const browsers = finishStage("browsers", runProgram("node", ["test/install-engines.ts"]));
// Two at a time, since each uses one core. Astro's checker first: it writes the types that the others read.
const sources = [
  ...(await Promise.all([
    finishStage("astro check", runProgram("astro", ["check"]), isClean),
    finishStage("prettier", runProgram("prettier", ["--check", "."])),
  ])),
  ...(await Promise.all([
    finishStage("tsc", runProgram("tsc", ["--noEmit", "--pretty"])),
    finishStage("eslint", runProgram("eslint", ["--max-warnings", "0", "--color", "."])),
  ])),
];
const built = await finishStage("build", runProgram("node", ["src/cli/build.ts"]));
const canBrowse = await browsers;
// Browser tests of a site that was not built would judge an earlier one.
const tests = await runTests(built && canBrowse ? [] : ["--project", "unit"]);

const stages = [...sources, built, canBrowse];
const passed = stages.filter(Boolean).length;
const failed = stages.length - passed;
console.log(`${passed + tests.passed} passed, ${failed + tests.failed} failed`);
if (failed + tests.failed > 0) process.exitCode = 1;
