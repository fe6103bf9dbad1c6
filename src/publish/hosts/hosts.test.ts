import { describe, expect, it } from "vitest";
import { caddyfile } from "./caddy.ts";
import { cloudFrontPolicies } from "./cloudfront.ts";
import { nginxConfig } from "./nginx.ts";
import { vercelConfig } from "./vercel.ts";

describe("the configurations in docs/hosts/", () => {
  it.each([
    ["nginx.conf", nginxConfig()],
    ["Caddyfile", caddyfile()],
    ["cloudfront.json", cloudFrontPolicies()],
    ["vercel.json", vercelConfig()],
  ])("%s is made from the policy as it is now (vitest -u writes it)", async (name, config) => {
    expect(config).not.toContain("unsafe");
    await expect(config).toMatchFileSnapshot(`../../../docs/hosts/${name}`);
  });
});
