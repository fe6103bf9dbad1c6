/*
 * The scripts of the pages by their addresses, as the bundler makes workers: each a file of its own, which shares nothing
 * with another script.
 */
export { default as exitScript } from "../browser/exit.ts?worker&url";
/** What moves on a story's page. */
export { default as storyScript } from "../browser/story.ts?worker&url";
