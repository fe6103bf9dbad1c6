import type { Language, Noun } from "../language/types.ts";

/** A unit of the source beside a count. The source has one form of it: the story's noun, where it is that, has two. */
export function unitBeside(count: number, unit: string, noun: Noun, language: Language): string {
  return unit === noun.many ? language.nounFor(count, noun) : unit;
}
