import type { Language } from "../language/types.ts";
import type { Block } from "../story/types.ts";

/**
 * The names by which a screen reader lists the steps and the asides of a story: each its own, also where a story has
 * several stages, or asides of the same title.
 */
export function landmarkNames(blocks: readonly Block[], language: Language): ReadonlyMap<Block, string> {
  const taken = new Set([language.help.name]);
  return new Map(
    blocks.flatMap((block): [Block, string][] => {
      const title = titleOf(block, language);
      if (title === null) return [];
      const name = freeName(title, taken);
      taken.add(name);
      return [[block, name]];
    }),
  );
}

function titleOf(block: Block, { steps }: Language): string | null {
  if (block.type === "stage") return steps.name;
  return block.type === "aside" ? block.title.text : null;
}

function freeName(title: string, taken: ReadonlySet<string>): string {
  let name = title;
  for (let nth = 2; taken.has(name); nth++) name = `${title} (${nth})`;
  return name;
}
