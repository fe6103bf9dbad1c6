import type { APIRoute, GetStaticPaths } from "astro";
import { loadedSite } from "../components/loaded-site.ts";
import { sheets } from "../layouts/sheets.ts";
import { listTextFiles } from "../publish/text-files.ts";

/** Every published file that is text and no page: feed, headers, figures, ledgers. */
export const getStaticPaths = (() => {
  const { site, stories } = loadedSite(import.meta.env.DEV);
  return listTextFiles(site, stories, sheets).map(({ path, body }) => ({
    params: { file: path },
    props: { body },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ body: string }> = ({ props }) => new Response(props.body);
