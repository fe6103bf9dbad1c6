import { outcomes, stageOf } from "./stages.ts";
import type { Size, Stage, StageFigure, StageScene } from "../../src/stage/types.ts";

/** Stages of every shape that a story may have, and the sizes that windows leave for them: for tests to look at. */

/** What a window leaves for its stage, in CSS pixels. */
export const windows: Readonly<Record<string, Size>> = {
  "320 × 640": { width: 288, height: 341 },
  "390 × 844": { width: 358, height: 467 },
  "768 × 1024": { width: 730, height: 579 },
  "844 × 390": { width: 480, height: 322 },
  "960 × 480": { width: 547, height: 341 },
  "1280 × 800": { width: 812, height: 680 },
  "1920 × 1080": { width: 1075, height: 960 },
};

/** A figure: its label, its count or its own children, and how it is marked. */
interface Piece {
  readonly label: string;
  readonly of: number | readonly Piece[];
  readonly hue?: number;
  /** What is left of its parent when the other children are taken away. */
  readonly remainder?: boolean;
}

function figure(id: string, { label, of, hue = 0, remainder = false }: Piece): StageFigure {
  const children =
    typeof of === "number" ? [] : of.map((piece, i) => figure(`${id}-${i}`, { hue, ...piece }));
  const count = typeof of === "number" ? of : children.reduce((sum, child) => sum + child.count, 0);
  return { id, label, count, hue, remainder, children };
}

function whole(label: string, of: readonly Piece[]): StageFigure {
  return figure("whole", { label, of });
}

/** Scenes that every tree can have: the whole, a flow, a focus on its second child, blocks, bars and the whole again. */
const common: readonly Partial<StageScene>[] = [
  {},
  { split: ["whole"] },
  { split: ["whole"], focus: ["whole-1"] },
  { split: ["whole"], as: "blocks" },
  { split: ["whole"], as: "bars" },
  {},
];

const left: Piece = { label: "Not described", of: 0, remainder: true };
const ages = (youths: number, adults: number): readonly Piece[] => [
  { label: "Young people", of: youths },
  { label: "Adults", of: adults },
];

const fifteen = whole(
  "Journeys",
  [312, 240, 201, 160, 143, 96, 88, 71, 64, 40, 33, 21, 9, 4].map((of, i) => ({
    label: `Line ${i + 1}${i % 4 === 1 ? " with its branches" : ""}`,
    of,
    hue: 1 + (i % 7),
  })),
);

const fifteenWithRemainder: StageFigure = {
  ...fifteen,
  count: fifteen.count + 118,
  children: [...fifteen.children, figure("whole-14", { ...left, of: 118 })],
};

export const gallery: Readonly<Record<string, Stage>> = {
  "seven outcomes": stageOf(outcomes, [
    {},
    { split: ["reports"] },
    { split: ["reports"], focus: ["charged"] },
    { split: ["reports", "charged", "cautioned"] },
    { split: ["reports", "charged", "cautioned"], focus: ["charged_adults"] },
    { split: ["reports"], as: "blocks" },
    { split: ["reports"], as: "bars" },
    {},
  ]),
  "two parts": stageOf(
    whole("Votes", [
      { label: "For", of: 61, hue: 1 },
      { label: "Against", of: 39, hue: 2 },
    ]),
    common,
  ),
  "one part and a rest": stageOf(
    whole("Letters", [
      { label: "Answered", of: 640, hue: 1 },
      { ...left, of: 211 },
    ]),
    [{}, { split: ["whole"] }, { split: ["whole"], as: "blocks" }, { split: ["whole"], as: "bars" }, {}],
  ),
  "fifteen parts": stageOf(fifteenWithRemainder, common),
  "none and one": stageOf(
    whole("Complaints", [
      { label: "Upheld", of: 1, hue: 1 },
      { label: "Partly upheld", of: 0, hue: 1 },
      { label: "Withdrawn", of: 1, hue: 2 },
      { label: "Dismissed", of: 29, hue: 3 },
      { ...left, of: 1 },
    ]),
    common,
  ),
  "nothing left": stageOf(
    whole("Complaints", [{ label: "Upheld", of: 70, hue: 1 }, { label: "Dismissed", of: 50, hue: 3 }, left]),
    common,
  ),
  "99 % in one part": stageOf(
    whole("Samples", [
      { label: "Clean", of: 1485, hue: 1 },
      { label: "In doubt", of: 9, hue: 2 },
      { label: "Polluted", of: 5, hue: 3 },
      { ...left, of: 1 },
    ]),
    common,
  ),
  "99 % stay": stageOf(
    whole("Requests", [
      { label: "Granted", of: 12, hue: 1 },
      { label: "Refused", of: 8, hue: 3 },
      { ...left, of: 1980 },
    ]),
    common,
  ),
  "four levels": stageOf(
    whole("Cases", [
      {
        label: "Heard",
        hue: 1,
        of: [
          {
            label: "Decided",
            of: [
              { label: "For the tenant", of: ages(44, 81) },
              { label: "For the landlord", of: ages(102, 37) },
            ],
          },
          { label: "Settled", of: 63 },
        ],
      },
      { label: "Withdrawn", of: ages(30, 52), hue: 3 },
      { ...left, of: 90 },
    ]),
    [
      {},
      { split: ["whole"] },
      { split: ["whole-0"] },
      { split: ["whole-0-0"] },
      { split: ["whole-0-0-0", "whole-0-0-1", "whole-1"] },
      { split: ["whole-0-0-0", "whole-0-0-1", "whole-1"], focus: ["whole-0-0-1"] },
      { split: ["whole-0-0"], as: "blocks" },
      { split: ["whole-0-0"], as: "bars" },
      {},
    ],
  ),
  "long labels": stageOf(
    whole("Applications for a licence to keep the premises open after midnight", [
      { label: "Granted without a hearing on the recommendation of the inspector", of: 412, hue: 1 },
      { label: "Granted after a hearing with conditions on noise and closing time", of: 230, hue: 1 },
      { label: "Refused, and the refusal upheld by the magistrates on appeal", of: 57, hue: 2 },
      { label: "Straßenverkehrszulassungsangelegenheiten", of: 21, hue: 3 },
      {
        label: "Neither granted nor refused nor withdrawn in the published figures",
        of: 180,
        remainder: true,
      },
    ]),
    common,
  ),
  "long names in long names": stageOf(
    whole("Complaints about the buses of the city", [
      {
        label: "Upheld after an investigation by the operator",
        hue: 1,
        of: [
          {
            label: "Fare refunded in full or in part to the passenger",
            of: [
              { label: "Refunded without the passenger having to ask again", of: 417 },
              { label: "Refunded only once the passenger had written a second time", of: 95 },
            ],
          },
          { label: "Apology in writing, but no money", of: 391 },
          { label: "Driver sent for retraining", of: 40 },
        ],
      },
      { label: "Rejected because the records showed that the bus had run on time", of: 1106, hue: 2 },
      { label: "Passed on to the highways department of the council", of: 287, hue: 3 },
      { label: "Withdrawn by the passenger", of: 1, hue: 4 },
      { label: "Taken to the ombudsman for public transport", of: 0, hue: 4 },
      { label: "No outcome given in the return of the operator", of: 427, remainder: true },
    ]),
    [
      {},
      { split: ["whole"] },
      { split: ["whole", "whole-0"] },
      { split: ["whole", "whole-0", "whole-0-0"] },
      { split: ["whole", "whole-0", "whole-0-0"], as: "blocks" },
      { split: ["whole", "whole-0", "whole-0-0"], as: "bars" },
      {},
    ],
  ),
  "eight reports": stageOf(
    whole("Reports", [
      { label: "Answered", of: 5, hue: 1 },
      { ...left, of: 3 },
    ]),
    [{}, { split: ["whole"] }, { split: ["whole"], as: "bars" }],
  ),
  "ten to a dot": stageOf(
    whole("Flights", [
      {
        label: "On time",
        of: [
          { label: "Morning", of: 9_870 },
          { label: "Evening", of: 13_240 },
        ],
        hue: 1,
      },
      { label: "Late", of: 7_310, hue: 2 },
      { label: "Cancelled", of: 6, hue: 3 },
      { ...left, of: 2_004 },
    ]),
    [...common.slice(0, 3), { split: ["whole-0"] }, ...common.slice(3)],
    10,
  ),
};
