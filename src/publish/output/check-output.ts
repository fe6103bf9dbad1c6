import { checkAddresses } from "./check-addresses.ts";
import { checkPolicy } from "./check-policy.ts";
import { checkTraces } from "./check-traces.ts";
import type { Fault, Output } from "./types.ts";

/** Everything that must not go out: dead addresses, other hosts, what the policy refuses, drafts, machine paths. */
export function checkOutput(output: Output): Fault[] {
  return [...checkAddresses(output), ...checkPolicy(output), ...checkTraces(output)];
}
