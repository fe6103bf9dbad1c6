/* eslint-disable @typescript-eslint/consistent-type-imports -- the declaration of a module can't have imports */

/** The site as its files have it, see `src/load/provide-site.ts`. */
declare module "virtual:site" {
  export const site: import("../story/types.ts").Site | null;
  export const stories: readonly import("../views/ledger/ledger.ts").StoryWithLedger[];
}
