import { commonHeaders, headersOf, type Sheets, type Surface } from "../policy.ts";

/**
 * Response headers policies for CloudFront, each under its surface's name: what
 * `aws cloudfront create-response-headers-policy --response-headers-policy-config` takes.
 */
export function cloudFrontPolicies(sheets: Sheets): string {
  const surfaces: readonly Surface[] = ["page", "embed", "archive", "card", "hashed"];
  const policies = surfaces.map((surface) => [surface, describePolicy(surface, sheets)]);
  return `${JSON.stringify(Object.fromEntries(policies), null, 2)}\n`;
}

/** The headers that CloudFront knows by name, and takes in no other form. */
const known = new Set([
  "Strict-Transport-Security",
  "X-Content-Type-Options",
  "Referrer-Policy",
  "Content-Security-Policy",
  "Access-Control-Allow-Origin",
]);

/** What CloudFront makes `Access-Control-Allow-Origin: *` of. */
const openToAll = {
  AccessControlAllowOrigins: { Quantity: 1, Items: ["*"] },
  AccessControlAllowHeaders: { Quantity: 1, Items: ["*"] },
  AccessControlAllowMethods: { Quantity: 2, Items: ["GET", "HEAD"] },
  AccessControlAllowCredentials: false,
  OriginOverride: true,
};

function describePolicy(surface: Surface, sheets: Sheets): object {
  const headers = [...commonHeaders, ...headersOf(surface, sheets)];
  const own = new Map(headers);
  const custom = headers.filter(([name]) => !known.has(name));
  const policy = own.get("Content-Security-Policy");
  return {
    Name: `accounted-${surface}`,
    SecurityHeadersConfig: {
      StrictTransportSecurity: {
        Override: true,
        AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(own.get("Strict-Transport-Security")!)![1]),
      },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: own.get("Referrer-Policy") },
      ...(policy === undefined
        ? {}
        : { ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: policy } }),
    },
    ...(own.has("Access-Control-Allow-Origin") ? { CorsConfig: openToAll } : {}),
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  };
}
