import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A synthesiser that says nothing, and keeps what it was to say. */
export interface Speech {
  /** Where it listens, in the words of `$SPEECHD_ADDRESS`. */
  readonly address: string;
  /** What has been said since this was asked last, once it ends with some words, or they are long in coming. */
  heard(last: string): Promise<readonly string[]>;
  /** The same of somebody who reads on: up to the words. */
  heardUpTo(last: string): Promise<readonly string[]>;
  close(): void;
}

/** How long words may be in coming, and how long nothing may follow them: milliseconds. */
const patience = 45_000;
const silence = 400;

/**
 * Listens in a folder as Speech Dispatcher does, by its protocol, SSIP. Each message counts as spoken as soon as it has
 * come, so that a screen reader that reads on goes on at once.
 */
export async function startSpeech(folder: string): Promise<Speech> {
  const path = join(folder, "speech.sock");
  const said: string[] = [];
  let at = 0;
  const server = createServer((socket) =>
    answer(socket, (words) => {
      if (words !== "") said.push(words);
      at = Date.now();
    }),
  );
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    address: `unix_socket:${path}`,
    heard: async (last) => {
      const asked = Date.now();
      await wait(() => Date.now() - Math.max(asked, at) > silence && (said.at(-1) ?? "").endsWith(last));
      return said.splice(0);
    },
    heardUpTo: async (last) => {
      await wait(() => said.includes(last));
      return said.splice(0, said.indexOf(last) + 1);
    },
    close: () => server.close(),
  };
}

async function wait(isOver: () => boolean): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end && !isOver();)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Answers a client's commands, one a line; the words of a message follow its command, up to a line with a dot. */
function answer(socket: Socket, hear: (words: string) => void): void {
  let message: string[] | null = null;
  let id = 0;
  const say = (...lines: readonly string[]) => socket.write(lines.map((line) => `${line}\r\n`).join(""));
  createInterface(socket).on("line", (line) => {
    if (message === null) {
      const [command] = line.toUpperCase().split(" ", 1);
      if (command === "SPEAK") {
        message = [];
        say("230 OK RECEIVING DATA");
      } else if (command === "HISTORY") say("245-1", "245 OK CLIENT ID SENT");
      else if (command === "LIST" || command === "GET") say("249-none\tnone\tnone", "249 OK SENT");
      else say("200 OK");
    } else if (line === ".") {
      hear(wordsOf(message.join(" ")));
      message = null;
      const number = ++id;
      say(`225-${number}`, "225 OK MESSAGE QUEUED");
      // The client must have read that before it is told of the message.
      setTimeout(() => say(`701-${number}`, "701-1", "701 BEGIN", `702-${number}`, "702-1", "702 END"), 10);
    } else message.push(line.replace(/^\.\./, "."));
  });
}

/** The words of a message in SSML, which marks each. */
function wordsOf(message: string): string {
  const characters: Readonly<Record<string, string>> = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };
  return message
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+);/g, (written, name: string) => characters[name] ?? written)
    .replace(/[\s\u2060]+/g, " ")
    .trim();
}
