import { languageOf } from "../language/languages.ts";
import type { Site, Story } from "../story/types.ts";
import { storyAddress } from "./addresses.ts";
import { publishedColumns } from "./figures-csv.ts";
import { contentLicence } from "./licence.ts";

/** Describes the figures of a story as a Data Package (Frictionless, version 2: https://datapackage.org). */
export function buildDataPackage(site: Site, story: Story, csv: string): string {
  const { slug, title, dek, source, published, tree } = story;
  const { published: words } = languageOf(site);
  const ids = [...tree.figures.keys()];
  return `${JSON.stringify(
    {
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: slug,
      title: title.text,
      description: [dek.text, story.caveat?.text].filter(Boolean).join(" "),
      homepage: storyAddress(site, story),
      ...(published === null ? {} : { created: `${published}T00:00:00Z` }),
      licenses: [{ name: contentLicence.name, title: words.licence, path: contentLicence.url }],
      contributors: [{ title: site.publisher.name, path: site.publisher.url, roles: ["publisher"] }],
      sources: [{ title: source.name, ...(source.url === null ? {} : { path: source.url }) }],
      resources: [
        {
          name: "figures",
          type: "table",
          title: words.figuresOf({ title: title.text }),
          path: "figures.csv",
          format: "csv",
          mediatype: "text/csv",
          encoding: "utf-8",
          bytes: new TextEncoder().encode(csv).length,
          dialect: { header: true, delimiter: ",", lineTerminator: "\r\n", doubleQuote: true },
          schema: {
            fields: publishedColumns.map(({ name, type }) => {
              return { name, type, description: words.columns[name], ...constraintsOf(name, ids) };
            }),
            missingValues: [""],
            primaryKey: ["id"],
            foreignKeys: [{ fields: ["parent"], reference: { fields: ["id"] } }],
          },
        },
      ],
    },
    null,
    2,
  )}\n`;
}

function constraintsOf(column: string, ids: readonly string[]): object {
  if (column === "id") return { constraints: { required: true, unique: true } };
  if (column === "parent") return { constraints: { enum: ids } };
  if (column === "count") return { constraints: { required: true, minimum: 0 } };
  return column === "derived" ? { trueValues: ["true"], falseValues: ["false"] } : {};
}
