import { describe, expect, it } from "vitest";
import { loadSite } from "../load/site.ts";
import { starterFigures, starterStory } from "./starter.ts";

const site = `title: Site
description: A site.
url: https://example.org/
publisher: { name: Publisher, url: https://example.org/ }
helpline: { name: Helpline, phone: 0800 000 000, url: https://example.org/, text: Help. }
exit: { label: Leave, url: https://example.org/ }
`;

function load(title: string) {
  const files = {
    "content/site.yaml": site,
    "content/new-story.md": starterStory("new-story", title),
    "data/new-story.csv": starterFigures,
  };
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return loadSite(new Map(bytes));
}

describe("a new story", () => {
  it.each([
    "What became of the requests",
    'Who *is* "it": [a](b), <b> & \\ or `c`?',
    "On :n[requests], :bold and key: value # no comment",
    "– ~~une~~ histoire_d'été – “done”",
  ])("passes the check without a warning, with its title as given: %s", (title) => {
    const { stories, diagnostics } = load(title);
    expect(diagnostics).toEqual([]);
    expect(stories[0].title.text).toBe(title);
  });

  it("shows the grammar: figures, shares, ratios and claims, scenes, a chart and the boxes", () => {
    const [story] = load("A story").stories;
    expect(new Set(story.bindings.map(({ kind }) => kind))).toEqual(new Set(["n", "pct", "ratio", "claim"]));
    expect(story.blocks.map(({ type }) => type)).toEqual(["prose", "stage", "chart", "aside", "method"]);
  });
});
