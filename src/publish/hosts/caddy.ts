import { endingsBySurface, hashedFolder } from "../outputs.ts";
import { commonHeaders, type Header, headersOf, type Sheets, type Surface } from "../policy.ts";

/** Which addresses are what, as Caddy matches them; all others are pages. */
const surfaces: readonly (readonly [Surface, patterns: string])[] = [
  ...endingsBySurface().map(
    ([surface, ending]) =>
      [surface, ending.endsWith("/") ? `*/${ending} */${ending}index.html` : `*/${ending}`] as const,
  ),
  ["hashed", `*/${hashedFolder}*`],
];

/** A configuration for Caddy that serves the site at the root of a host. */
export function caddyfile(sheets: Sheets): string {
  return `news.example {
	root * /var/www/news.example

	# A missing file has the headers of a page, whatever its address.
${surfaces.map(([surface, patterns]) => formatMatcher(surface, patterns)).join("\n")}

	route {
		header {
${formatHeaders([...commonHeaders, ...headersOf("page", sheets)])}
		}
${surfaces.map(([surface]) => formatOverride(surface, sheets)).join("\n")}
		# The build leaves a compressed copy beside every text file.
		file_server {
			precompressed br gzip
		}
	}
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
`;
}

function formatMatcher(surface: Surface, patterns: string): string {
  return `	@${surface} {
		path ${patterns}
		file {
			try_files {path} {path}/index.html
		}
	}`;
}

/** The headers by which a surface differs from a page; those that it doesn't have are taken away. */
function formatOverride(surface: Surface, sheets: Sheets): string {
  const [ofPage, own] = [new Map(headersOf("page", sheets)), new Map(headersOf(surface, sheets))];
  const lines = [...new Map([...ofPage, ...own]).keys()].flatMap((name) => {
    const value = own.get(name);
    if (value === ofPage.get(name)) return [];
    return value === undefined ? [`			-${name}`] : formatHeaders([[name, value]]);
  });
  return `		header @${surface} {\n${lines.join("\n")}\n		}`;
}

function formatHeaders(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `			${name} "${value}"`).join("\n");
}
