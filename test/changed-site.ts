import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RunningServer } from "../src/cli/server.ts";
import { serveSite } from "./serve.ts";

/** What is sent in place of a file; `null`, nothing, for as long as it is waited for; "cut", the line is. */
export type Answer = FileAnswer | null | "cut";

export interface FileAnswer {
  readonly status?: number;
  readonly body?: string;
  /** Whether the rest of it never comes. */
  readonly unfinished?: boolean;
}

/** What is sent for a path of the site: undefined, what the site has. */
export type Change = (path: string, original: () => Promise<string>) => Promise<Answer | undefined>;

/** The site, changed. */
export interface ChangedSite extends RunningServer {
  /** Cuts the line for all that is never answered: a browser may have what comes next wait for it. */
  readonly cutWaiting: () => void;
}

/** Serves the built site on another origin, but for what is changed on the way. */
export async function serveChanged(change: Change): Promise<ChangedSite> {
  const waiting = new Set<ServerResponse>();
  const site = await serveSite();
  const changed = await listen(async ({ url: path }, response) => {
    const ask = () => fetch(new URL(path, site.url), { headers: { "Accept-Encoding": "identity" } });
    const answer = await change(path, async () => (await ask()).text());
    if (answer === null) return void waiting.add(response);
    if (answer === "cut") return void response.destroy();
    const original = await ask();
    const headers = Object.fromEntries(original.headers);
    for (const name of ["connection", "keep-alive", "content-length", "date", "transfer-encoding"])
      delete headers[name];
    const body = answer ? (answer.body ?? "") : Buffer.from(await original.arrayBuffer());
    // What is sent now may not be what comes next time. A page with "no-store" would not be kept to be brought back; and
    // what else may be kept WebKit asks for beforehand, and waits for that.
    headers["cache-control"] = /(\/|\.html)$/.test(path) ? "no-cache" : "no-store";
    response.writeHead(answer?.status ?? original.status, headers);
    if (answer?.unfinished) {
      waiting.add(response);
      response.write(body);
    } else response.end(body);
  });
  return {
    url: changed.url,
    cutWaiting: () => {
      waiting.forEach((response) => response.destroy());
      waiting.clear();
    },
    close: async () => {
      await changed.close();
      await site.close();
    },
  };
}

/** Another site, which keeps what it was asked. */
export interface OtherSite extends RunningServer {
  /** The headers of every request for its one page. */
  readonly asked: IncomingHttpHeaders[];
  /** How it answers: with a page; with no content, so that browsers stay where they are; or never. */
  answers: "a page" | "no content" | "never";
}

export async function serveOtherSite(): Promise<OtherSite> {
  const asked: IncomingHttpHeaders[] = [];
  const server = await listen(({ url, headers }, response) => {
    if (url !== "/") return Promise.resolve(void response.writeHead(404).end());
    asked.push(headers);
    if (site.answers === "no content") response.writeHead(204).end();
    if (site.answers === "a page") {
      response.setHeader("Content-Type", "text/html");
      response.end(
        "<!doctype html><title>Weather</title><link rel=icon href=data:,><p>Dry, with sunny spells",
      );
    }
    return Promise.resolve();
  });
  const site: OtherSite = { ...server, asked, answers: "a page" };
  return site;
}

async function listen(
  answer: (
    request: { readonly url: string; readonly headers: IncomingHttpHeaders },
    response: ServerResponse,
  ) => Promise<void>,
): Promise<RunningServer> {
  const server = createServer(({ url = "/", headers }, response) => {
    answer({ url, headers }, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
