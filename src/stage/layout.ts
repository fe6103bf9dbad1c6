import { partAbove } from "./arrangements/flow/above.ts";
import { arrangeBars } from "./arrangements/bars.ts";
import { partBeside } from "./arrangements/flow/beside.ts";
import { arrangeBlocks } from "./arrangements/blocks.ts";
import { shareDots, type DotShare } from "./groups/dots.ts";
import { looseGroups, type Arranged, type Brevity } from "./groups/groups.ts";
import type { Journey } from "./motion/journey.ts";
import { keepOrder } from "./motion/keep-order.ts";
import { breakLines, placeLabel } from "./words/labels.ts";
import {
  columnsOfParts,
  heading,
  isFlow,
  planParting,
  type Bar,
  type Division,
  type Parting,
  type PartingPlan,
} from "./arrangements/flow/parting.ts";
import { groupsOf, partsOf } from "./groups/runs.ts";
import type { Label, Part, Placement, Size, Stage, StageScene } from "./types.ts";

/** The placements of all scenes of a stage at one size, and what lies between them. */
export interface StageLayout {
  readonly stage: Stage;
  readonly share: DotShare;
  readonly size: Size;
  readonly placements: readonly Placement[];
  /** For each scene, how its dots come there from the one before where no bands lead. */
  readonly journeys: readonly Journey[];
  /** How the whole parts; null where no scene of the stage is a flow. */
  readonly parting: Parting | null;
}

/** A gap between dots is a third of a dot. */
const radiusInPitches = 0.375;
/** From this width on, in pixels, there is room for bands beside the whole: there the dots may be so much smaller. */
const besideFrom = 560;
const besidePreference = 0.55;
/** On narrower stages that are wider than high they must be so much larger than with a trunk. */
const abovePreference = 1.15;
/** Bars thicker than this share of the shorter side are more than a trunk can turn into: they stand beside anywhere. */
const thickBar = 0.13;
/** Bars of fewer rows count as thick as so many: large dots turn as badly. */
const fewRows = 3;

/** Font sizes of the stage's words: on a phone, and as a share of a larger stage's width up to a limit. In pixels. */
const phoneWidth = 480;
const phoneText = 15;
const leastText = 16;
const mostText = 21;
const textShare = 1 / 52;
/** Where dots would be closer than this, in pixels, the words make room for them. */
const tightPitch = 3.5;
/** Where bars would have dots closer than this, in pixels, the groups are packed as blocks. */
const leastPitch = 2;
/** Where dots would be closer than this, in pixels, words make way for them. */
const barePitch = 2;

function labelSize({ width, height }: Size): number {
  if (width < phoneWidth) return phoneText;
  return Math.max(leastText, Math.min(mostText, Math.min(width, height * 1.2) * textShare));
}

/** The layout chooses by the stage's width, by the bars' thickness and by the size of the dots. */
function chooseParting(plan: PartingPlan): Parting | null {
  const { width, height } = plan.size;
  const above = partAbove(plan);
  const isThick =
    above !== null && Math.max(fewRows, above.thickness) * above.pitch > Math.min(width, height) * thickBar;
  const isNarrow = width < besideFrom && !isThick;
  if (above && isNarrow && width < height) return above;
  const beside = partBeside(plan);
  const preference = isNarrow ? abovePreference : besidePreference;
  return beside && (!above || beside.pitch >= above.pitch * preference) ? beside : above;
}

/**
 * Every dot in every scene: the same dots in the same order, for one stage at one size in CSS pixels. Where the stage
 * is so small that the dots would touch, its words shrink to `smallestText` pixels.
 */
export function layoutStage(stage: Stage, size: Size, smallestText: number): StageLayout {
  const share = shareDots(stage.figure, stage.dot);
  const roomy = planParting(stage, share, size, labelSize(size));
  const flows = stage.scenes.some(isFlow);
  const first = flows ? chooseParting(roomy) : null;
  const tight = flows && (first === null || first.pitch < tightPitch) && smallestText < roomy.em;
  const plan = tight ? planParting(stage, share, size, smallestText) : roomy;
  const best = tight ? chooseParting(plan) : first;
  const parting = best && best.pitch >= leastPitch ? best : null;

  // Smaller words where dots would touch, and fewer where there would be none to see.
  const loose = (scene: StageScene): Arranged => {
    const arrange = (em: number, brevity: Brevity, least: number) => {
      const arranged = arrangeLoose(stage, scene, share, size, em, brevity);
      return arranged.pitch < least ? null : arranged;
    };
    return (
      arrange(plan.em, 0, tightPitch) ??
      arrange(smallestText, 0, barePitch) ??
      arrange(smallestText, 1, barePitch) ??
      arrange(smallestText, 2, 0)!
    );
  };
  const arranged = stage.scenes.map((scene) => {
    if (parting && isFlow(scene)) return { ...placeFlow(plan, parting, scene), loose: false };
    if (parting && groupsOf(stage.figure, scene.split).length === 1)
      return { ...placeWhole(plan, parting), loose: false };
    return { ...loose(scene), bands: [], loose: true };
  });
  const standing = keepOrder(arranged, stage, share);
  const placements = arranged.map(({ pitch, labels, bands }, i): Placement => {
    const { x, y } = standing[i];
    const placement = { size, pitch, radius: pitch * radiusInPitches, x, y, parts: [], labels, bands };
    return lightUp(placement, stage, stage.scenes[i], share);
  });
  return { stage, share, size, placements, journeys: standing.map(({ journey }) => journey), parting };
}

/** Groups without bands, as the scene wants them: as blocks or, where they can be seen, as bars. */
function arrangeLoose(
  stage: Stage,
  scene: StageScene,
  share: DotShare,
  size: Size,
  em: number,
  brevity: Brevity,
): Arranged {
  const groups = looseGroups(stage, scene, share, em, brevity);
  // Where names are cut, each has a line to itself.
  const wanted = scene.as !== "blocks" || brevity > 1;
  const asBars = wanted && groups.length > 1 && arrangeBars(groups, share.count, size, em);
  return asBars && asBars.pitch >= leastPitch ? asBars : arrangeBlocks(groups, share.count, size, em);
}

/** True if the figure, a part of it or what it is part of is lit. */
function isLit(share: DotShare, parts: readonly Part[], figure: string): boolean {
  const { start, end } = share.ranges.get(figure)!;
  return parts.some(
    (part) => part.look.lit && (part.figure === figure || (part.start < end && start < part.end)),
  );
}

/** A placement whose parts, words and bands are lit as a scene's focus says. */
function lightUp(placement: Placement, stage: Stage, scene: StageScene, share: DotShare): Placement {
  const parts = partsOf(stage.figure, scene, share);
  const lit = (figure: string) => isLit(share, parts, figure);
  const labels = placement.labels.map((label) => ({ ...label, lit: lit(label.figure) }));
  const bands = placement.bands.map((band) => ({ ...band, lit: lit(band.figure) }));
  return { ...placement, parts, labels, bands };
}

/** The same layout with other figures lit up in all its scenes. No dot moves. */
export function relight(layout: StageLayout, focus: readonly string[]): StageLayout {
  const { stage, share } = layout;
  const placements = layout.placements.map((placement, i) =>
    lightUp(placement, stage, { ...stage.scenes[i], focus }, share),
  );
  return { ...layout, placements };
}

type Flowing = Arranged & Pick<Placement, "bands">;

function placeWhole({ size, wholeWords }: PartingPlan, { block, blockPitch }: Parting): Flowing {
  const words = breakLines(wholeWords, size.width);
  return { ...block, pitch: blockPitch, labels: [placeLabel(words, 0, 0, true)], bands: [] };
}

/** The bars, with gaps where the scene divides them; what stays keeps its place. */
function placeFlow(plan: PartingPlan, parting: Parting, scene: StageScene): Flowing {
  const { pitch, thickness, room, bars, rows } = parting;
  const [x, y] = [bars.x.slice(), bars.y.slice()];
  /** Moves each part of a bar aside: every dot along its row, so that none passes another. */
  const setApart = (bar: Bar, division: Division) => {
    const { starts } = columnsOfParts(division, thickness, pitch);
    division.groups.forEach(({ start, end }, part) => {
      const column: number[] = [];
      for (let dot = start; dot < end; dot++) {
        x[dot] = bars.x[bar.start] + (starts[part] + Math.floor((dot - start) / thickness)) * pitch;
        if (dot >= end - ((end - start) % thickness)) column.push(dot);
      }
      // The last column is filled from its top.
      column.sort((a, b) => y[a] - y[b]).forEach((dot, row) => (y[dot] = bars.y[bar.start + row]));
    });
  };
  const labels: Label[] = [placeLabel(heading(plan, room), 0, 0, true)];
  for (const { bar, words, left, top, parts } of rows) {
    labels.push(placeLabel(words, left, top, true));
    for (const { words, x, top } of parts.get(scene.split) ?? [])
      labels.push(placeLabel(words, x, top, true));
    const division = bar.divisions.find(({ split }) => split === scene.split);
    if (division) setApart(bar, division);
  }
  const bands = parting.bands.map(({ figure, path }) => ({
    figure: figure.id,
    hue: figure.hue,
    lit: true,
    path,
  }));
  return { x, y, pitch, labels, bands };
}
