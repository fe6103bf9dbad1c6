import { readFileSync } from "node:fs";
import { join } from "node:path";
import { starterFigures } from "../src/cli/starter.ts";

const root = join(import.meta.dirname, "..");

/** An example of the reporters' guide, and the picture under it. */
export interface Example {
  readonly text: string;
  /** Below `docs/`. */
  readonly picture: string;
}

/** The examples in `docs/writing.md`, in their order. */
export const examples: readonly Example[] = [
  ...readFileSync(join(root, "docs/writing.md"), "utf8").matchAll(/^```md\n([^`]*)```\n\n!\[.*\]\((.*)\)$/gm),
].map(([, text, picture]) => ({ text, picture }));

/** A site whose one story is an example of the guide, about the figures of a new story. */
export function exampleFiles(text: string, slug = "example"): Record<string, string> {
  return {
    "content/site.yaml": readFileSync(join(root, "content/site.yaml"), "utf8"),
    "content/glossary.yaml":
      "exemption: A reason for which the law allows a public body to keep information back.\n",
    [`content/${slug}.md`]: `---
title: Example
dek: What became of the requests.
data: example.csv
noun: { one: request, many: requests }
source: { name: Answers to requests, publisher: A made-up council, period: one made-up year }
---

${text}`,
    "data/example.csv": starterFigures,
  };
}
