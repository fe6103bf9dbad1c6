/**
 * Ends a command that failed by no fault of its user with one line and status 2, and without a stack trace. What
 * files are to blame for is a diagnostic, and never comes here.
 */
export function catchInternalErrors(command: string): void {
  process.on("uncaughtException", (error: unknown) => {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const [line] = what.split("\n");
    process.stderr.write(
      `${command} stopped by an error of its own: ${line}. Please report it, with the files.\n`,
    );
    process.exit(2);
  });
}
