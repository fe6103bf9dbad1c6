import { endingsBySurface, hashedFolder } from "../outputs.ts";
import { commonHeaders, headersOf, type Sheets, type Surface } from "../policy.ts";

/** Which addresses are what, as nginx matches them; all others are pages. */
const surfaces: readonly (readonly [Surface, pattern: string])[] = [
  ...endingsBySurface().map(
    ([surface, ending]) =>
      [
        surface,
        ending.endsWith("/")
          ? String.raw`~^/.+/${ending}(index\.html)?$`
          : `~/${ending.replaceAll(".", String.raw`\.`)}$`,
      ] as const,
  ),
  ["hashed", `~/${hashedFolder}`],
];

/** A configuration for nginx that serves the site at the root of a host. */
export function nginxConfig(sheets: Sheets): string {
  const all = ["page", ...surfaces.map(([surface]) => surface)] as const;
  const names = [...new Set(all.flatMap((surface) => headersOf(surface, sheets)).map(([name]) => name))];
  const own = names.map((name) => [name, `$accounted_${name.toLowerCase().replaceAll("-", "_")}`] as const);
  return `# What a file's headers are depends on what it is. A header without a value is not sent.
# $uri is the file that is sent in the end: a missing script has the headers of 404.html.
${own.map(([name, variable]) => formatMap(name, variable, sheets)).join("\n")}
server {
  listen 80;
  server_name news.example;
  root /var/www/news.example;

  index index.html;
  error_page 404 /404.html;
  absolute_redirect off;
  server_tokens off;
  charset utf-8;
  charset_types text/css text/plain text/csv text/xml application/javascript application/json image/svg+xml;

  # The build leaves a compressed copy beside every text file.
  gzip_static on;
  gzip_vary on;
  # With Debian's libnginx-mod-http-brotli-static:
  # brotli_static on;

${[...commonHeaders, ...own].map(([name, value]) => `  add_header ${name} ${quote(value)} always;`).join("\n")}

  # An add_header in a location would take all those above away there.
  location / {
    try_files $uri $uri/ =404;
  }
  location ~ \\.csv$ {
    types { text/csv csv; }
  }
}
`;
}

function formatMap(name: string, variable: string, sheets: Sheets): string {
  const valueOf = (surface: Surface) =>
    headersOf(surface, sheets).find(([other]) => other === name)?.[1] ?? "";
  const standard = valueOf("page");
  const lines = [
    `  default ${quote(standard)};`,
    ...surfaces
      .filter(([surface]) => valueOf(surface) !== standard)
      .map(([surface, pattern]) => `  ${quote(pattern)} ${quote(valueOf(surface))};`),
  ];
  return `map $uri ${variable} {\n${lines.join("\n")}\n}\n`;
}

function quote(value: string): string {
  return value.startsWith("$") ? value : `"${value}"`;
}
