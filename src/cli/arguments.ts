import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/**
 * The command line, read by `parseArgs`. What it can't take is said with the usage line, and ends the command
 * with status 2. `positionals` says how many arguments must stand beside the options.
 */
export function readArguments<T extends ParseArgsOptionsConfig>(usage: string, options: T, positionals = 0) {
  try {
    const read = parseArgs({ options, allowPositionals: positionals > 0 });
    if (read.positionals.length !== positionals) {
      throw new TypeError(
        `Expected ${positionals} arguments besides options, got ${read.positionals.length}`,
      );
    }
    return read;
  } catch (error) {
    return refuse(usage, (error as Error).message);
  }
}

/** Ends the command: what it was given can't be used. */
export function refuse(usage: string, message: string): never {
  process.stderr.write(`${message}\nUsage: ${usage}\n`);
  process.exit(2);
}
