import { describe, expect, it } from "vitest";
import { caddyfile } from "../src/publish/hosts/caddy.ts";
import { cloudFrontPolicies } from "../src/publish/hosts/cloudfront.ts";
import { nginxConfig } from "../src/publish/hosts/nginx.ts";
import { vercelConfig } from "../src/publish/hosts/vercel.ts";
import { builtSheets } from "./built-page.ts";

const sheets = await builtSheets();

describe("the configurations in docs/hosts/", () => {
  it.each([
    ["nginx.conf", nginxConfig(sheets)],
    ["Caddyfile", caddyfile(sheets)],
    ["cloudfront.json", cloudFrontPolicies(sheets)],
    ["vercel.json", vercelConfig(sheets)],
  ])(
    "%s is made from the policy and the sheets as they are now (vitest -u writes it)",
    async (name, config) => {
      expect(config).not.toContain("unsafe");
      await expect(config).toMatchFileSnapshot(`../docs/hosts/${name}`);
    },
  );
});
