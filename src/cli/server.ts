import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { headersFor, type HeaderRule } from "./headers-file.ts";

const compress = promisify(brotliCompress);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const mediaTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** Bytes that are compressed already. */
const packed = new Set([".ico", ".jpg", ".png", ".webp", ".woff2"]);

export interface ServerOptions {
  /** The path that the folder is served under; begins and ends with a slash. */
  readonly base?: string;
  /** Left out, a free one. */
  readonly port?: number;
  /** What a `_headers` file says, for paths below `base`. */
  readonly headers?: readonly HeaderRule[];
}

export interface RunningServer {
  /** The address of the folder; ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  /** A path below the folder; null: no body. */
  readonly file: string | null;
  readonly location?: string;
}

/**
 * Serves a folder on loopback as a static host does: a folder's index.html, 404.html with status 404 for what
 * is not there, brotli for what it makes smaller.
 */
export async function serveFolder(folder: string, options: ServerOptions = {}): Promise<RunningServer> {
  const { base = "/", port = 0, headers = [] } = options;
  const server = createServer((request, response) => {
    respond(folder, base, headers, request, response).catch((error: unknown) =>
      response.destroy(error as Error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  folder: string,
  base: string,
  headers: readonly HeaderRule[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const path = readPath(request.url ?? "/", base);
  const { status, file, location } = path === null ? await missing(folder) : await find(folder, path);
  for (const [name, value] of headersFor(headers, path ?? "/")) response.setHeader(name, value);
  if (location !== undefined) response.setHeader("Location", base + location);
  if (file === null) {
    response.writeHead(status).end();
    return;
  }
  const type = extname(file);
  const original = await readFile(join(folder, file));
  const squeeze = !packed.has(type) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  const body = squeeze ? await compress(original, quality) : original;
  response.setHeader("Content-Type", mediaTypes[type] ?? "application/octet-stream");
  if (!packed.has(type)) response.setHeader("Vary", "Accept-Encoding");
  if (squeeze) response.setHeader("Content-Encoding", "br");
  response.setHeader("Content-Length", body.length);
  response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
}

/** The path within the folder that is asked for; null where it is none, or seeks to leave the folder. */
function readPath(address: string, base: string): string | null {
  try {
    // A URL resolves `..` itself; an encoded slash or backslash could bring it back.
    const { pathname } = new URL(address, "http://localhost");
    const path = decodeURIComponent(pathname);
    if (!path.startsWith(base) || /%2f|%5c/i.test(pathname) || path.includes("\0")) return null;
    return `/${path.slice(base.length)}`;
  } catch {
    return null;
  }
}

async function find(folder: string, path: string): Promise<Answer> {
  const found = await stat(join(folder, path)).catch(() => null);
  if (found?.isFile() && !path.endsWith("/")) return { status: 200, file: path };
  const index = `${path.replace(/\/$/, "")}/index.html`;
  const hasIndex = await stat(join(folder, index)).catch(() => null);
  if (!found?.isDirectory() || !hasIndex) return missing(folder);
  if (path.endsWith("/")) return { status: 200, file: index };
  return { status: 301, file: null, location: `${path.slice(1)}/` };
}

async function missing(folder: string): Promise<Answer> {
  const page = await stat(join(folder, "404.html")).catch(() => null);
  return { status: 404, file: page && "404.html" };
}
