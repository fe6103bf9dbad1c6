import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { anySize, anyStage, outcomes, stageOf } from "../../../test/support/stages.ts";
import { layoutStage } from "../layout.ts";
import { drawPicture } from "./svg.ts";

const name = { description: "A picture", className: "still wide" };

function parse(svg: string): Element {
  const { document } = parseHTML(svg) as { document: Document };
  return document.querySelector("svg")!;
}

function draw(...scenes: Parameters<typeof stageOf>[1]): Element[] {
  const { placements } = layoutStage(stageOf(outcomes, scenes), { width: 358, height: 416 }, 13);
  return placements.map((placement) => parse(drawPicture(placement, name)));
}

function countsOf(svg: Element): Record<string, number> {
  return Object.fromEntries<number>(
    [...svg.querySelectorAll("[data-figure]")].map((path) => [
      path.getAttribute("data-figure")!,
      Number(path.getAttribute("data-count")),
    ]),
  );
}

describe("drawPicture", () => {
  it("draws the dots of each figure as one path with its number", () => {
    const [flow] = draw({ split: ["reports"] });
    expect(countsOf(flow)).toEqual({
      charged: 290,
      warned: 38,
      cautioned: 54,
      community: 273,
      evidential: 240,
      no_outcome: 583,
      undescribed: 363,
    });
  });

  it("draws one subpath a dot and all dots of the whole, whatever the tree, the scene and the size", () => {
    fc.assert(
      fc.property(anyStage, anySize, (stage, size) => {
        for (const placement of layoutStage(stage, size, 13).placements) {
          const { document } = parseHTML(drawPicture(placement, name));
          let all = 0;
          for (const path of document.querySelectorAll("[data-figure]")) {
            const subpaths = path.getAttribute("d")!.match(/m/gi)?.length ?? 0;
            expect(subpaths).toBe(Number(path.getAttribute("data-count")));
            all += subpaths;
          }
          expect(all).toBe(placement.x.length);
        }
      }),
      { seed: 583, numRuns: 40 },
    );
  });

  it("puts each dot where its placement has it, to a hundredth of a pitch", () => {
    const stage = stageOf(outcomes, [{ split: ["reports", "charged"] }]);
    const [placement] = layoutStage(stage, { width: 812, height: 690 }, 13).placements;
    const { document } = parseHTML(drawPicture(placement, name));
    for (const { figure, start, end, look } of placement.runs) {
      if (look.ring) continue;
      const drawn = followPath(document.querySelector(`[data-figure=${figure}]`)!.getAttribute("d")!);
      const { x, y, pitch } = placement;
      const missing = Array.from({ length: end - start }, (_, k) => start + k).filter(
        (i) => !drawn.some((dot) => Math.hypot(dot[0] - x[i] / pitch, dot[1] - y[i] / pitch) < 0.012),
      );
      expect(missing).toEqual([]);
      expect(drawn).toHaveLength(end - start);
    }
  });

  it("draws a remainder as rings, dims what is not highlighted, and names itself", () => {
    const [picture] = draw({ split: ["reports"], focus: ["undescribed"] });
    const ring = picture.querySelector("[data-figure=undescribed]")!;
    expect(ring.getAttribute("d")).toMatch(/^M[-.\d]+ ?[-.\d]+a/);
    expect(ring.getAttribute("opacity")).toBeNull();
    expect(picture.querySelector("[data-figure=charged]")!.getAttribute("opacity")).toBe("0.2");
    expect(picture.getAttribute("aria-label")).toBe("A picture");
    expect(picture.getAttribute("role")).toBe("img");
  });

  it("escapes what a label says and has no style of its own", () => {
    const hostile = {
      ...outcomes,
      children: [{ ...outcomes.children[1], label: `<script>"a" & b</script>` }],
    };
    const [placement] = layoutStage(
      stageOf(hostile, [{ split: ["reports"] }]),
      {
        width: 358,
        height: 416,
      },
      13,
    ).placements;
    const svg = drawPicture(placement, name);
    expect(svg).toContain("&lt;script&gt;");
    expect(svg).not.toMatch(/<script|style=/);
  });
});

/** The points at which the subpaths of a path of dots begin. */
function followPath(d: string): [number, number][] {
  const at: [number, number] = [0, 0];
  return [...d.matchAll(/[Mm](-?[\d.]+)[ ]?(-?\d*\.?\d+)h0/g)].map(([, dx, dy]) => {
    at[0] += Number(dx);
    at[1] += Number(dy);
    return [...at];
  });
}
