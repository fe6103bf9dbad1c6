import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import type { RunningServer } from "../src/cli/server.ts";

/** A line between a reader and a server. */
export interface Line {
  /** What it carries towards the reader: kilobits a second. */
  readonly kilobits: number;
  /** How long something takes there and back: milliseconds. */
  readonly roundTrip: number;
  /** The share of packets that are lost, 0 to 1. */
  readonly loss: number;
}

/** What a packet carries at most: bytes. */
const packet = 1460;

/**
 * Puts a slow line before a server. Packets share what the line carries; one that is lost is sent again after a round
 * trip, for which all that follow it on its connection wait. Which are lost is the same every time.
 */
export async function serveSlowly(
  site: RunningServer,
  { kilobits, roundTrip, loss }: Line,
): Promise<RunningServer> {
  const { hostname, port, pathname } = new URL(site.url);
  let lineFreeAt = 0;
  let sent = 0;
  const isLost = () => loss > 0 && ++sent % Math.round(1 / loss) === 0;
  const open = new Set<Socket>();

  /** Hands on what comes from one side to the other, each piece when it would arrive. */
  const carry = (from: Socket, to: Socket, arrival: (bytes: number) => number) => {
    let last = 0;
    const at = (time: number, act: () => void) => {
      last = Math.max(last, time);
      setTimeout(() => !to.destroyed && act(), last - performance.now());
    };
    from.on("data", (data: Buffer) => {
      for (let start = 0; start < data.length; start += packet) {
        const piece = data.subarray(start, start + packet);
        at(arrival(piece.length), () => to.write(piece));
      }
    });
    from.on("close", () => at(performance.now() + roundTrip / 2, () => to.end()));
    from.on("error", () => to.destroy());
  };
  const up = () => performance.now() + roundTrip / 2;
  const down = (bytes: number) => {
    lineFreeAt = Math.max(lineFreeAt, performance.now()) + (8 * bytes) / kilobits;
    return lineFreeAt + roundTrip / 2 + (isLost() ? roundTrip : 0);
  };

  const server = createServer((reader) => {
    const source = connect(Number(port), hostname);
    for (const socket of [reader, source]) {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
    }
    carry(reader, source, up);
    carry(source, reader, down);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    close: async () => {
      open.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
      await site.close();
    },
  };
}
