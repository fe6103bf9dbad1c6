import { afterEach, beforeEach, expect, vi } from "vitest";

/**
 * A warning that no test expects is a fault. A test that does expect one looks at `console.warn` (already a
 * spy), and then calls `vi.mocked(console.warn).mockClear()`.
 */
beforeEach(() => {
  vi.spyOn(console, "warn");
  vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = [...vi.mocked(console.warn).mock.calls, ...vi.mocked(console.error).mock.calls];
  vi.mocked(console.warn).mockRestore();
  vi.mocked(console.error).mockRestore();
  expect(calls, "warnings on the console that the test did not declare").toEqual([]);
});
