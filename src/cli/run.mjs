/**
 * Starts one of the commands on any machine with Node 20 and npm: installs what is missing, then hands over
 * to the command under the project's own Node. Plain JavaScript without dependencies, since it runs first.
 *
 *     node src/cli/run.mjs <command> [arguments]
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const windows = process.platform === "win32";
const bin = join(root, "node_modules", ".bin");
const node = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");

/** Whether node_modules holds what the lock file asks for, but for other platforms' packages. */
function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(node) || !existsSync(installed)) return false;
  const present = readPackages(installed);
  return Object.entries(readPackages(join(root, "package-lock.json"))).every(
    ([path, { version, optional }]) =>
      path in present ? present[path].version === version : optional || path === "",
  );
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}

/**
 * `--force` makes npm choose native packages by platform alone: it would leave out those that the machine's
 * own, older Node can't run, and that Node only runs this file.
 */
function install() {
  process.stderr.write("Installing the packages (npm ci); this takes about a minute …\n");
  const path = process.env.PATH.split(delimiter).filter((folder) => folder !== bin);
  const { status, error } = spawnSync("npm", ["ci", "--include=dev", "--force", "--loglevel=error"], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    shell: windows,
    // Standard output belongs to the command: `check --format json` must stay JSON.
    stdio: ["ignore", process.stderr, process.stderr],
  });
  if (error) process.stderr.write(`npm could not be started: ${error.message}\n`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs the command; ends as it ends, by the same status or the same signal. */
function run(command, args) {
  const child = spawn(node, [join(root, "src", "cli", `${command}.ts`), ...args], {
    cwd: root,
    env: {
      ...process.env,
      PATH: [bin, process.env.PATH].join(delimiter),
      ASTRO_TELEMETRY_DISABLED: "1",
      // Node keeps what it made of the TypeScript and of the packages: the next start takes half the time.
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "compiled"),
    },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (status, signal) => process.exit(status ?? 128 + constants.signals[signal]));
}

const [command, ...args] = process.argv.slice(2);
if (!isInstalled()) install();
run(command, args);
