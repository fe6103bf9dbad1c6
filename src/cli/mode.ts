/** What pages are told of the build as `import.meta.env`; Astro lets variables of these names stand in its place. */
const told = ["ASSETS_PREFIX", "BASE_URL", "DEV", "MODE", "PROD", "SITE", "SSR"];

/** Makes what Astro builds depend on the command alone, whatever variables the machine that it runs on has set. */
export function setMode(mode: "development" | "production"): void {
  for (const name of told) delete process.env[name];
  process.env["NODE_ENV"] = mode;
}
