/* eslint-disable @typescript-eslint/consistent-type-imports -- the declaration of a module can't have imports */

/* What the scripts say, in the language of the site; see `src/load/provide-words.ts`. */

declare module "virtual:words/stage" {
  export const words: import("./script-words.ts").StageWords;
}

declare module "virtual:words/exit" {
  export const words: import("./script-words.ts").ExitWords;
}
