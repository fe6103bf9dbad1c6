/** How long an answer may take: milliseconds. */
const patience = 20_000;

/** A step of one of WebDriver's input sources. */
export type InputAction = Readonly<Record<string, unknown> & { type: string }>;

/** A session of W3C WebDriver, in the words of its specification. */
export interface Session {
  /** Rejects where it is not answered within a limit in milliseconds. */
  call<Value>(method: "GET" | "POST" | "DELETE", path: string, body?: object, limit?: number): Promise<Value>;
}

/** Asks a driver for a session, as soon as the driver listens. */
export async function openSession(driver: string, capabilities: object): Promise<Session> {
  await untilReady(driver);
  const { sessionId } = await call<{ sessionId: string }>("POST", `${driver}session`, {
    capabilities: { alwaysMatch: capabilities },
  });
  return {
    call: (method, path, body, limit) => call(method, `${driver}session/${sessionId}${path}`, body, limit),
  };
}

async function call<Value>(method: string, address: string, body?: object, limit = patience): Promise<Value> {
  const what = `WebDriver, ${method} ${new URL(address).pathname}`;
  const answer = fetch(address, {
    method,
    signal: AbortSignal.timeout(limit),
    ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  }).then(async (response) => {
    const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  });
  return answer.catch((error: unknown) => {
    throw new Error(`${what}: ${String(error)}`);
  });
}

async function untilReady(driver: string): Promise<void> {
  for (const end = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const ready = await fetch(`${driver}status`, { signal: AbortSignal.timeout(1000) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > end) throw new Error(`No driver answers at ${driver}`);
  }
}
