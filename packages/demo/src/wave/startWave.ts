import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** What the demo's user wants of some clusters: the newest Karpenter. */
const WAVE = {
  change: { what: 'karpenter', to: '1.15.1' },
  clusters: ['payments-staging', 'payments-us', 'tools-prod'],
  atOnce: 1,
  settleMinutes: 30,
};
/** Its turn comes first, and it is critical: so the portal halts the wave. */
const FIRST = 'payments-staging';
/** Of one request. */
const DEADLINE_MS = 10_000;

const sessionSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});
const wavesSchema = z.object({ items: z.array(z.unknown()) });
const fleetSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      verdict: z.string(),
      connection: z.object({ state: z.string() }),
    }),
  ),
});

/** Settings of {@link startWave}. */
export interface StartWaveOptions {
  /** Address of the portal's backend. */
  backendUrl: string;
  /** Between two looks, in milliseconds. */
  everyMs?: number;
  signal: AbortSignal;
}

/**
 * Starts a wave as the demo's user would, over the portal's API, as soon as the
 * portal knows how its clusters are. The portal itself halts it, because the
 * first cluster is critical; nothing is changed and no pull request opened.
 * A portal that has a wave already gets none.
 */
export async function startWave(options: StartWaveOptions): Promise<void> {
  const { everyMs = 5_000, signal } = options;
  try {
    for (;;) {
      await sleep(everyMs, undefined, { signal });
      // Until the backend answers, there is nobody to say so.
      const isStarted = await tryToStart(options).catch(() => false);
      if (isStarted) {
        return;
      }
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}

async function tryToStart(options: StartWaveOptions): Promise<boolean> {
  const { backendUrl, signal } = options;
  async function ask<T>(
    path: string,
    schema: z.ZodType<T>,
    init: { headers: Record<string, string>; body?: string },
  ): Promise<T> {
    const response = await fetch(`${backendUrl}/api${path}`, {
      ...init,
      ...(init.body ? { method: 'POST' } : {}),
      signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
    });
    if (!response.ok) {
      throw new Error(`${path}: ${response.status}`);
    }
    return schema.parse(await response.json());
  }

  const { backstageIdentity } = await ask(
    '/auth/guest/refresh',
    sessionSchema,
    {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    },
  );
  const headers = { authorization: `Bearer ${backstageIdentity.token}` };
  const waves = await ask('/clusters/v1/waves', wavesSchema, { headers });
  if (waves.items.length > 0) {
    return true;
  }
  const { items } = await ask('/clusters/v1/fleet', fleetSchema, { headers });
  const rows = items.filter(({ name }) => WAVE.clusters.includes(name));
  const isKnown =
    rows.length === WAVE.clusters.length &&
    rows.every(({ connection }) => connection.state === 'live') &&
    rows.some(({ name, verdict }) => name === FIRST && verdict === 'critical');
  if (!isKnown) {
    return false;
  }
  await ask('/clusters/v1/waves', z.unknown(), {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(WAVE),
  });
  return true;
}
