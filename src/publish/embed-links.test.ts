import { describe, expect, it } from "vitest";
import { openOutside } from "./embed-links.ts";

describe("openOutside", () => {
  it("leaves links within the markup as they are", () => {
    const markup = '<p id="a"><a href="#b">On</a></p><p id="b"><a class="n" href="#a">Back</a></p>';
    expect(openOutside(markup, "/story/")).toBe(markup);
  });

  it("opens what leads out in a window of its own", () => {
    expect(openOutside('<a class="x" href="https://site.example/">There</a>', "/story/")).toBe(
      '<a class="x" href="https://site.example/" target="_blank">There</a>',
    );
  });

  it("looks for what the markup lacks in the story's page", () => {
    expect(openOutside('<b>1</b> <a href="#method">M</a> <a href="#x">X</a>', "/story/")).toBe(
      '<b>1</b> <a href="/story/#method" target="_blank">M</a> <a href="/story/#x" target="_blank">X</a>',
    );
  });
});
