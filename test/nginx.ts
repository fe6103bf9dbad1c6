import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort } from "./free-port.ts";
import { aptGet, ensure, type Program } from "./programs.ts";

const nginxProgram: Program = {
  title: "nginx",
  names: ["nginx"],
  installers: {
    "apt-get": aptGet("nginx-light", "libnginx-mod-http-brotli-static"),
    dnf: "dnf install -y nginx",
    apk: "apk add --no-cache nginx nginx-mod-http-brotli",
    brew: "brew install nginx",
  },
};

/** Where distributions put the module that sends files which are compressed with brotli. */
const brotliModules = ["/usr/lib/nginx/modules", "/usr/share/nginx/modules"].map(
  (folder) => `${folder}/ngx_http_brotli_static_module.so`,
);

export interface RunningNginx {
  /** The address of the host; ends with a slash. */
  readonly url: string;
  /** The compression that it can send: brotli where it has the module for it. */
  readonly encoding: "br" | "gzip";
  /** What `nginx -t` says against the configuration. */
  readonly warnings: string;
  close(): Promise<void>;
}

/** Serves a folder by nginx, with the configuration that docs/hosts/ has. Installs nginx where it is missing. */
export async function startNginx(folder: string): Promise<RunningNginx> {
  const nginx = ensure(nginxProgram);
  const brotli = brotliModules.find((path) => existsSync(path));
  const [port, home] = await Promise.all([freePort(), mkdtemp(join(tmpdir(), "nginx-"))]);
  const config = join(home, "nginx.conf");
  await writeFile(
    config,
    wholeConfig(home, await siteConfig(folder, port, brotli), mimeTypes(nginx), brotli),
  );
  const checked = spawnSync(nginx, ["-t", "-q", "-e", "stderr", "-p", home, "-c", config], {
    encoding: "utf8",
  });
  const server = spawn(nginx, ["-p", home, "-c", config], { stdio: ["ignore", "ignore", "pipe"] });
  const url = `http://127.0.0.1:${port}/`;
  await untilAnswered(url, server);
  return {
    url,
    encoding: brotli ? "br" : "gzip",
    warnings: checked.stderr,
    close: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      await rm(home, { recursive: true });
    },
  };
}

/** The configuration as published, but for the address, the folder and the module that the machine has. */
async function siteConfig(folder: string, port: number, brotli?: string): Promise<string> {
  const published = await readFile(new URL("../docs/hosts/nginx.conf", import.meta.url), "utf8");
  const config = published
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("/var/www/news.example", folder);
  return brotli ? config.replace("# brotli_static", "brotli_static") : config;
}

function wholeConfig(home: string, site: string, types: string, brotli?: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 1;
error_log stderr error;
pid ${home}/nginx.pid;
${brotli ? `load_module ${brotli};` : ""}
events {}
http {
  include ${types};
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${home}/${name};`).join(" ")}
  ${site}
}`;
}

/** The file with the media types lies beside nginx's own configuration. */
function mimeTypes(nginx: string): string {
  const build = execFileSync("sh", ["-c", `"${nginx}" -V 2>&1`], { encoding: "utf8" });
  return join(dirname(/--conf-path=(\S+)/.exec(build)?.[1] ?? "/etc/nginx/nginx.conf"), "mime.types");
}

async function untilAnswered(url: string, server: ChildProcess): Promise<void> {
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx does not answer: ${said}`);
}
