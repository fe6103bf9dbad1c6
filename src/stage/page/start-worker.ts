/** The part of the Trusted Types that the one script address of the site needs; not all browsers have them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: () => string },
  ): { createScriptURL(text: string): string };
}

/**
 * Starts the worker that draws a stage, from the address of its script. The site's policy lets the policy `stage` make
 * the address of a script, and that makes this one only. Null where a worker can't be had: in a frame whose sandbox
 * takes its origin away.
 */
export function startWorker(address: string): Worker | null {
  // Browsers would refuse it, each in its way, and some complain.
  if (new URL(address).origin !== origin) return null;
  try {
    const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
    const policy = trustedTypes?.createPolicy("stage", { createScriptURL: () => address });
    return new Worker(policy?.createScriptURL("") ?? address, { type: "module" });
  } catch {
    return null;
  }
}
