import type { Language } from "../../language/types.ts";
import { hueOfKind } from "../../stage/draw/palette.ts";
import { groupsOf } from "../../stage/groups/groups.ts";
import { isRing } from "../../stage/groups/runs.ts";
import type { Stage } from "../../stage/types.ts";
import type { FigureTree } from "../../outcomes/types.ts";
import { describeDot } from "./describe.ts";

/** What the colours of a stage's pictures stand for, and what one dot is. */
export interface Key {
  readonly entries: readonly { readonly hue: number; readonly name: string }[];
  readonly note: string;
}

/** The key of all pictures of a stage, whichever of them it stands under. */
export function keyOf(stage: Stage, { kinds }: FigureTree, language: Language): Key {
  const groups = stage.scenes.flatMap(({ split }) => groupsOf(stage.figure, split));
  const hasRemainder = groups.some(({ figure }) => isRing(figure));
  return {
    entries: [
      ...kinds.map((name, place) => ({ hue: hueOfKind(place), name })),
      ...(hasRemainder ? [{ hue: 0, name: language.picture.remainder }] : []),
    ],
    note: `${describeDot(stage, language)} ${language.picture.places}`,
  };
}
