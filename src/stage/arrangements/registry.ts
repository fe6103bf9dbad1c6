import type { Arrangement } from "../../story/types.ts";
import { arrangeBars } from "./bars.ts";
import { arrangeBlocks } from "./blocks.ts";
import { arrangeFlow } from "./flow/arrange.ts";
import type { Arrange, Arranged, Request } from "./types.ts";

/** Every arrangement that a story can ask for. */
const arrangements = {
  flow: arrangeFlow,
  blocks: arrangeBlocks,
  bars: arrangeBars,
} satisfies Record<Arrangement, Arrange>;

/** Places a scene's dots as an arrangement does; where that shows nothing, as bars, or else as blocks, which fit anywhere. */
export function arrange(name: Arrangement, request: Request): Arranged {
  return arrangements[name](request) ?? arrangeBars(request) ?? arrangeBlocks(request);
}
