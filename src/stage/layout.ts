import { layoutFlow, tightPitch } from "./arrangements/flow/layout.ts";
import type { FlowLayout } from "./arrangements/flow/types.ts";
import { arrange } from "./arrangements/registry.ts";
import type { Arranged } from "./arrangements/types.ts";
import { allocateDots, dotsOf, type Dots } from "./groups/dots.ts";
import { groupsOf } from "./groups/groups.ts";
import { labelGroups, type Brevity } from "./groups/labelled.ts";
import { runsOf } from "./groups/runs.ts";
import type { Journey } from "./motion/journey.ts";
import { keepOrder } from "./motion/keep-order.ts";
import type { Placement, Run, Size, Stage, StageScene } from "./types.ts";

/** The placements of all scenes of a stage at one size, and what lies between them. */
export interface StageLayout {
  readonly stage: Stage;
  readonly dots: Dots;
  readonly size: Size;
  readonly placements: readonly Placement[];
  /** For each scene, how its dots come there from the one before where no bands lead. */
  readonly journeys: readonly Journey[];
  /** How the whole flows into its children; null where the stage shows no flow. */
  readonly flow: FlowLayout | null;
}

/** A gap between dots is a third of a dot. */
const radiusInPitches = 0.375;

/** Where dots would be closer than this, in pixels, labels say less to make room for them. */
const barePitch = 2;

/**
 * Places every dot in every scene: the same dots in the same order, for one stage at one size in CSS pixels. Where the
 * stage is so small that the dots would touch, its labels shrink to `smallestText` pixels, and then say less.
 */
export function layoutStage(stage: Stage, size: Size, smallestText: number): StageLayout {
  const dots = allocateDots(stage.figure, stage.dot);
  const { flow, fontSize } = layoutFlow(stage, dots, size, smallestText);
  const setting = { stage, dots, size, flow, fontSize, smallestText };
  const arranged = stage.scenes.map((scene) => arrangeScene(scene, setting));
  const ordered = keepOrder(arranged, stage, dots);
  const placements = stage.scenes.map((scene, i) => {
    const { pitch, labels, bands } = arranged[i];
    const { x, y } = ordered[i];
    const placement = { size, pitch, radius: pitch * radiusInPitches, x, y, labels, bands };
    return highlightScene(placement, stage, scene, dots);
  });
  return { stage, dots, size, placements, journeys: ordered.map(({ journey }) => journey), flow };
}

/** The same layout with other figures highlighted in all its scenes. No dot moves. */
export function highlight(layout: StageLayout, focus: readonly string[]): StageLayout {
  const { stage, dots } = layout;
  const placements = layout.placements.map((placement, i) =>
    highlightScene(placement, stage, { ...stage.scenes[i], focus }, dots),
  );
  return { ...layout, placements };
}

/** What all scenes of a stage have in common. */
interface Setting {
  readonly stage: Stage;
  readonly dots: Dots;
  readonly size: Size;
  readonly flow: FlowLayout | null;
  readonly fontSize: number;
  readonly smallestText: number;
}

/** Arranges a scene as it asks for, an undivided one as the whole of the flow, with labels that give way to its dots. */
function arrangeScene(scene: StageScene, setting: Setting): Arranged {
  const { stage, dots, size, flow, smallestText } = setting;
  const isUndivided = groupsOf(stage.figure, scene.split).length === 1;
  const arrangeWith = (fontSize: number, brevity: Brevity): Arranged => {
    const groups = labelGroups(stage, scene, dots, fontSize, brevity);
    // Where names are cut, each has a line to itself above its bar.
    const wanted = brevity === "one-line" ? "bars" : scene.as;
    const request = { scene, groups, count: dots.count, size, fontSize, flow };
    return arrange(isUndivided ? "flow" : wanted, request);
  };
  const tryWith = (fontSize: number, brevity: Brevity, least: number): Arranged | null => {
    const arranged = arrangeWith(fontSize, brevity);
    // What is fixed has the stage's own font size: its labels have given way before.
    return arranged.isFixed || arranged.pitch >= least ? arranged : null;
  };
  return (
    tryWith(setting.fontSize, "full", tightPitch) ??
    tryWith(smallestText, "full", barePitch) ??
    tryWith(smallestText, "name", barePitch) ??
    arrangeWith(smallestText, "one-line")
  );
}

/** A placement with its runs, whose labels and bands are highlighted as a scene's focus says. */
function highlightScene(
  placement: Omit<Placement, "runs">,
  stage: Stage,
  scene: StageScene,
  dots: Dots,
): Placement {
  const runs = runsOf(stage.figure, scene, dots);
  const isOn = ({ figure }: { readonly figure: string }) => isHighlighted(figure, runs, dots);
  const labels = placement.labels.map((label) => ({ ...label, highlighted: isOn(label) }));
  const bands = placement.bands.map((band) => ({ ...band, highlighted: isOn(band) }));
  return { ...placement, runs, labels, bands };
}

/** Whether the figure, one in it, or one that it lies in is highlighted. */
function isHighlighted(figure: string, runs: readonly Run[], dots: Dots): boolean {
  const { start, end } = dotsOf(dots, figure);
  return runs.some(
    (run) => run.look.highlighted && (run.figure === figure || (run.start < end && start < run.end)),
  );
}
