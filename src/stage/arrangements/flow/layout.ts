import type { Dots } from "../../groups/dots.ts";
import { isFlow } from "../../groups/groups.ts";
import type { Size, Stage } from "../../types.ts";
import { usualFontSize } from "../../words/font-size.ts";
import { leastPitch } from "../fit.ts";
import { layoutAbove } from "./above.ts";
import { layoutBeside } from "./beside.ts";
import { planFlow } from "./plan.ts";
import type { FlowLayout, FlowPlan } from "./types.ts";

/** Where dots would be closer than this, in pixels, labels become smaller to make room for them. */
export const tightPitch = 3.5;

/** From this width on, in pixels, there is room for bands beside the whole: there the dots may be so much smaller. */
const besideFrom = 560;
const besidePreference = 0.55;
/** On narrower stages that are wider than high they must be so much larger than with a trunk. */
const abovePreference = 1.15;
/** A trunk can't turn into bars that are thicker than this fraction of the shorter side: they stand beside anywhere. */
const thickBar = 0.13;
/** Bars of fewer rows count as thick as so many: large dots turn as badly. */
const fewRows = 3;

/**
 * The one layout of all flows of a stage, and the font size of all its labels, which is no smaller than `smallestText`
 * pixels. The layout is null where no scene is a flow, or where its dots would be too small.
 */
export function layoutFlow(
  stage: Stage,
  dots: Dots,
  size: Size,
  smallestText: number,
): { readonly flow: FlowLayout | null; readonly fontSize: number } {
  const usual = usualFontSize(size);
  if (!stage.scenes.some(isFlow)) return { flow: null, fontSize: usual };
  const layoutWith = (fontSize: number) => chooseLayout(planFlow(stage, dots, size, fontSize));
  const roomy = layoutWith(usual);
  const isTight = (roomy === null || roomy.pitch < tightPitch) && smallestText < usual;
  const flow = isTight ? layoutWith(smallestText) : roomy;
  return {
    flow: flow !== null && flow.pitch >= leastPitch ? flow : null,
    fontSize: isTight ? smallestText : usual,
  };
}

/** Chooses by the stage's width, the bars' thickness and the size of the dots. */
function chooseLayout(plan: FlowPlan): FlowLayout | null {
  const { width, height } = plan.size;
  const above = layoutAbove(plan);
  const isThick =
    above !== null && Math.max(fewRows, above.rows) * above.pitch > Math.min(width, height) * thickBar;
  const isNarrow = width < besideFrom && !isThick;
  if (above && isNarrow && width < height) return above;
  const beside = layoutBeside(plan);
  const preference = isNarrow ? abovePreference : besidePreference;
  return beside && (!above || beside.pitch >= above.pitch * preference) ? beside : above;
}
