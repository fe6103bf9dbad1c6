import { HtmlValidate, StaticConfigLoader } from "html-validate";
import type { Fault } from "../publish/output/types.ts";

/** What is not valid in the pages among some files, by html-validate's recommended rules. */
export async function validateHtml(files: ReadonlyMap<string, Uint8Array>): Promise<Fault[]> {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ["html-validate:recommended"],
      // Headings take their ids from their words, which may begin with a number.
      rules: { "valid-id": ["error", { relaxed: true }] },
    }),
  );
  const pages = [...files].filter(([file]) => file.endsWith(".html"));
  const reports = await Promise.all(
    pages.map(([file, bytes]) => validator.validateString(new TextDecoder().decode(bytes), file)),
  );
  return reports.flatMap(({ results }) =>
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, message, line, column }) => ({
        file: filePath ?? "",
        message: `line ${line}, column ${column}: ${message} (${ruleId})`,
      })),
    ),
  );
}
