import { describe, expect, it } from "vitest";
import { countLacking, countTests, type VitestReport } from "./vitest-results.ts";

const file = (status: "passed" | "failed", ...tests: string[]): VitestReport["testResults"][number] => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((test) => ({ fullName: `it ${test}`, status: test })),
});

describe("countTests", () => {
  it("counts what passed and what failed", () => {
    const report = { testResults: [file("passed", "passed", "passed"), file("failed", "passed", "failed")] };
    expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1, faults: [] });
  });

  it.each(["skipped", "pending", "todo", "disabled"])("takes a test that is %s as failed", (status) => {
    expect(countTests({ testResults: [file("passed", "passed", status)] }, 0)).toEqual({
      passed: 1,
      failed: 1,
      faults: [`Not run (${status}): it ${status}`],
    });
  });

  it("takes a file that can't be loaded as failed", () => {
    expect(countTests({ testResults: [file("passed", "passed"), file("failed")] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      faults: ["Not loaded: a.test.ts"],
    });
  });

  it("takes an error outside the tests as failed", () => {
    expect(countTests({ testResults: [file("passed", "passed")] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it("takes a run without any test as failed", () => {
    expect(countTests({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("countLacking", () => {
  const count = { passed: 3, failed: 0, faults: [] };
  const faults = ["Not run: the tests in webkit: install it"];

  it("tells of an engine that is missing, and takes it as failed in CI", () => {
    expect(countLacking(count, ["webkit: install it"], false)).toEqual({ passed: 3, failed: 0, faults });
    expect(countLacking(count, ["webkit: install it"], true)).toEqual({ passed: 3, failed: 1, faults });
  });

  it("leaves the count alone where all are there", () => {
    expect(countLacking(count, [], true)).toEqual(count);
  });
});
