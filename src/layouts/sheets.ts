import embed from "../styles/embed.css?inline";
import site from "../styles/site.css?inline";
import type { Sheets } from "../publish/policy.ts";

export const sheets: Sheets = { page: [site], embed: [site, embed] };
