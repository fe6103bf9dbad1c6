import type { LinkedWords } from "../language/sentence.ts";
import type { Source } from "../story/types.ts";

/** The name of a source, which leads to it where it has an address, and its publisher where the name doesn't say it. */
export function nameSource({ name, publisher, url }: Source): LinkedWords {
  return [
    url === null ? name : { text: name, href: url },
    ...(name.includes(publisher) ? [] : [`, ${publisher}`]),
  ];
}
