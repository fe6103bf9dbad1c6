import { refuse } from "./arguments.ts";

/** A port as given on the command line; 0 means any free one. */
export function readPort(usage: string, text: string): number {
  const port = Number(text);
  if (text.trim() === "" || !Number.isInteger(port) || port < 0 || port > 65535) {
    refuse(usage, `There is no port "${text}"`);
  }
  return port;
}
