import { partAbove } from "./above.ts";
import { partBeside } from "./beside.ts";
import { shareDots, type DotShare } from "./dots.ts";
import { arrangeBars, arrangeBlocks, type Arranged } from "./groups.ts";
import { leading, place } from "./labels.ts";
import {
  flows,
  groupsInBar,
  partWords,
  planParting,
  restWords,
  wholeWords,
  type Parting,
  type PartingPlan,
} from "./parting.ts";
import { partsOf } from "./parts.ts";
import type { Label, Part, Placement, Size, Stage, StageScene } from "./types.ts";

/** The placements of all scenes of a stage at one size, and what lies between them. */
export interface StageLayout {
  readonly size: Size;
  readonly scenes: readonly StageScene[];
  readonly placements: readonly Placement[];
  /** How the whole parts; null where no scene of the stage is a flow. */
  readonly parting: Parting | null;
}

/** A gap of a third of a dot. */
const radiusInPitches = 0.375;
/** From this width on there is room for bands between the whole and its parts: there it need not give larger dots. */
const besideFrom = 560;
const besidePreference = 0.8;

/** Font size of the stage's words, in pixels: larger than the 12 px that a scaled-down picture must still reach. */
export function labelSize(size: Size): number {
  return size.width < 480 ? 15 : 16;
}

function partingOf(plan: PartingPlan): Parting | null {
  if (flows(plan.stage).length === 0) return null;
  const above = partAbove(plan);
  if (plan.size.width < besideFrom && above !== null) return above;
  const beside = partBeside(plan);
  if (beside === null || above === null) return beside ?? above;
  return beside.pitch >= above.pitch * besidePreference ? beside : above;
}

/** True if the figure, a part of it or what it is part of is lit. */
function isLit(share: DotShare, parts: readonly Part[], figure: string): boolean {
  const { start, end } = share.ranges.get(figure)!;
  return parts.some(
    (part) => part.look.lit && (part.figure === figure || (part.start < end && start < part.end)),
  );
}

/** Every dot in every scene: the same dots in the same order, for one stage at one size in CSS pixels. */
export function layoutStage(stage: Stage, size: Size): StageLayout {
  const share = shareDots(stage.figure, stage.dot);
  const em = labelSize(size);
  const plan = planParting(stage, share, size, em);
  const parting = partingOf(plan);
  const placements = stage.scenes.map((scene): Placement => {
    const parts = partsOf(stage.figure, scene, share);
    const placed = placeScene(plan, parting, scene, parts);
    return { size, radius: placed.pitch * radiusInPitches, parts, ...placed };
  });
  return { size, scenes: stage.scenes, placements, parting };
}

type Placed = Pick<Placement, "x" | "y" | "pitch" | "labels" | "bands">;

function placeScene(
  plan: PartingPlan,
  parting: Parting | null,
  scene: StageScene,
  parts: readonly Part[],
): Placed {
  const { stage, share, size, em } = plan;
  const light = ({ labels, ...arranged }: Arranged): Placed => ({
    ...arranged,
    labels: labels.map((label) => ({ ...label, lit: isLit(share, parts, label.figure) })),
    bands: [],
  });
  if (scene.split.length === 0) {
    if (parting === null) return light(arrangeBlocks(stage, { ...scene, split: [] }, share, size, em));
    return placeWhole(plan, parting);
  }
  if (scene.as === "blocks") return light(arrangeBlocks(stage, scene, share, size, em));
  if (scene.as === "bars" || parting === null) return light(arrangeBars(stage, scene, share, size, em));
  return placeFlow(plan, parting, scene, parts);
}

function placeWhole(plan: PartingPlan, { block, blockPitch, heading }: Parting): Placed {
  const words = wholeWords(plan, heading.width);
  const top = heading.top - words.lines.length * words.size * leading;
  return { ...block, pitch: blockPitch, labels: [place(words, heading.x, top, true)], bands: [] };
}

function placeFlow(plan: PartingPlan, parting: Parting, scene: StageScene, parts: readonly Part[]): Placed {
  const { stage, share } = plan;
  const { pitch, thickness, bars, heading, rows } = parting;
  const x = bars.x.slice();
  const labels: Label[] = [];
  const words = restWords(plan, heading.width) ?? wholeWords(plan, heading.width);
  const top = heading.top - words.lines.length * words.size * leading;
  labels.push(place(words, heading.x, top, isLit(share, parts, words.figure)));
  for (const { bar, words, left, right, top, partsTop } of rows) {
    labels.push(place(words, left, top, isLit(share, parts, bar.figure.id)));
    groupsInBar(stage, bar, scene.split).forEach((group, gap) => {
      const { start, end } = share.ranges.get(group.id)!;
      for (let i = start; i < end; i++) x[i] += gap * pitch;
    });
    for (const { words, x, top } of partWords(plan, bar, scene.split, thickness, pitch, left, right).placed) {
      labels.push(place(words, x, partsTop + top, isLit(share, parts, words.figure)));
    }
  }
  const bands = parting.bands.map(({ figure, path }) => ({
    figure: figure.id,
    hue: figure.hue,
    lit: isLit(share, parts, figure.id),
    path,
  }));
  return { x, y: bars.y, pitch, labels, bands };
}
