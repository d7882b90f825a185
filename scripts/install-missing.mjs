// Installs what the program needs and does not find, then says nothing more. Plain JavaScript without packages, because
// it runs before there are any. Safe to run twice; takes a few milliseconds when nothing is missing.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HELP = `usage: node scripts/install-missing.mjs [--quiet]

Checks Node's version, the packages of package-lock.json and the compiled part of better-sqlite3, and installs what is
missing with npm. npm start, npm test and npm run arpent run it first.

  --quiet   say nothing unless something is installed or wrong (the default says as little)`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

main();

function main() {
  if (process.argv.includes("--help")) return void process.stdout.write(`${HELP}\n`);
  checkNode();
  const missing = missingPackages();
  if (missing.length > 0) {
    const shown =
      missing.length > 3 ? `${missing.slice(0, 3).join(", ")} and ${missing.length - 3} more` : missing.join(", ");
    say(`Installing packages (${shown}). The first time takes one to three minutes: better-sqlite3 is compiled.`);
    const options = ["--no-audit", "--no-fund"];
    const canCopyLock = !existsSync(join(root, "node_modules")) && existsSync(join(root, "package-lock.json"));
    // A lock file that npm does not find whole stops "ci", while "install" mends it.
    if (!canCopyLock || !npmSucceeds(["ci", ...options])) {
      if (!npmSucceeds(["install", ...options])) stop(`The packages could not be installed. ${seeAbove()}`);
    }
  }
  if (sqliteFault() !== null) {
    say("Compiling better-sqlite3 for this version of Node, about 90 seconds.");
    if (!npmSucceeds(["rebuild", "better-sqlite3"])) stop(`better-sqlite3 could not be compiled. ${seeAbove()}`);
    const fault = sqliteFault();
    if (fault !== null) stop(`better-sqlite3 does not load: ${fault}\n${compilerAdvice()}`);
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  stop(
    `Arpent needs Node ${OLDEST_NODE.join(".")} or later; this is Node ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** Packages that package-lock.json asks for and that npm's own record of node_modules does not hold in that version. */
function missingPackages() {
  const record = readJson("node_modules/.package-lock.json");
  const lock = readJson("package-lock.json");
  if (record === null) return ["everything"];
  if (lock === null) return [];
  const leavesDevOut = process.env.NODE_ENV === "production" || /\bdev\b/.test(process.env.npm_config_omit ?? "");
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => {
      if (path === "" || wanted.optional || wanted.devOptional || wanted.peer) return false;
      if (wanted.dev && leavesDevOut) return false;
      return record.packages[path]?.version !== wanted.version;
    })
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
}

/** Why better-sqlite3 does not load, or null when it does. */
function sqliteFault() {
  try {
    const Database = createRequire(join(root, "package.json"))("better-sqlite3");
    new Database(":memory:").close();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n")[0] : String(error);
  }
}

function npmSucceeds(args) {
  // Started by npm, this knows where npm is; started by hand, the shell does.
  const path = process.env.npm_execpath;
  const isNpm = path !== undefined && /npm-cli\.c?js$/.test(path);
  const { status, error } = isNpm
    ? spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (error) stop(`npm could not be started: ${error.message}`);
  return status === 0;
}

function seeAbove() {
  return `npm says why above.\n${compilerAdvice()}`;
}

function compilerAdvice() {
  const compilers = process.platform === "win32" ? ["cl"] : ["c++", "g++", "clang++"];
  const tools = [
    ["a C++ compiler", compilers],
    ["make", ["make"]],
    ["Python 3", ["python3", "python"]],
  ];
  const absent = tools.filter(([, names]) => !names.some(isOnPath)).map(([name]) => name);
  if (absent.length === 0) return "";
  const debian = process.platform === "linux" ? " On Debian or Ubuntu: apt-get install g++ make python3." : "";
  return `better-sqlite3 is compiled when it is installed, and this machine lacks ${absent.join(", ")}.${debian}`;
}

function isOnPath(name) {
  const { error } = spawnSync(name, ["--version"], { stdio: "ignore" });
  return error === undefined;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return null;
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text.trim());
  process.exit(1);
}
