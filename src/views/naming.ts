import type { Language, Noun } from "../language/types.ts";

/** A unit of the source beside a count. The source has one form of it: the story's noun, where it is that, has two. */
export function unitBeside(count: number, unit: string, noun: Noun, language: Language): string {
  return unit === noun.many ? language.nounFor(count, noun) : unit;
}

/** A figure's name; where its count is worked out, it says so. */
export function nameDerived(
  name: string,
  { derived }: { readonly derived: boolean },
  language: Language,
): string {
  return derived ? language.picture.derived({ name }) : name;
}
