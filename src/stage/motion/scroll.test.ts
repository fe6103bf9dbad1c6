import { describe, expect, it } from "vitest";
import { momentAt } from "./scroll.ts";

const boxes = [
  { top: 1000, cardTop: 1300 },
  { top: 1800, cardTop: 2100 },
  { top: 2600, cardTop: 2900 },
];
const line = { begins: 0.85, ends: 0.6 };
const at = (top: number) => momentAt(boxes, { top, height: 800 }, line);

describe("momentAt", () => {
  it("shows the first scene's picture before the first scene", () => {
    expect(at(0)).toEqual({ scene: 0, progress: 1 });
  });

  it("shows a scene's finished picture where its top is at the window's top", () => {
    expect(at(1000)).toEqual({ scene: 0, progress: 1 });
    expect(at(1800)).toEqual({ scene: 1, progress: 1 });
    expect(at(2600)).toEqual({ scene: 2, progress: 1 });
  });

  it("goes through a change in step with the place, there and back alike", () => {
    const begins = 1800 - 0.85 * 800;
    const ends = 2100 - 0.6 * 800;
    expect(at((begins + ends) / 2)).toEqual({ scene: 1, progress: 0.5 });
    expect(at(begins)).toEqual({ scene: 0, progress: 1 });
    expect(at(ends)).toEqual({ scene: 1, progress: 1 });
  });

  it("stays with the last picture after the last scene", () => {
    expect(at(90_000)).toEqual({ scene: 2, progress: 1 });
  });

  it("knows no scenes", () => {
    expect(momentAt([], { top: 0, height: 800 }, line)).toEqual({ scene: 0, progress: 1 });
  });
});
