import http from 'node:http';

/** Latencies in milliseconds, and how many answers per second they make. */
export interface Latencies {
  p50: number;
  p99: number;
  perSecond: number;
  /** Bytes of one answer on the wire. */
  bytes: number;
}

/** A request that is sent again and again. */
export interface Probe {
  url: string;
  method?: 'GET' | 'POST';
  body?: string;
  token: string;
  timeoutMs?: number;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });

/** One answer. */
export interface ProbeAnswer {
  status: number;
  bytes: number;
  body: Buffer;
  headers: http.IncomingHttpHeaders;
}

/** Sends a request once; `headers` override ours. */
export function send(
  probe: Probe,
  headers: Record<string, string> = {},
): Promise<ProbeAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      probe.url,
      {
        agent,
        method: probe.method ?? 'GET',
        timeout: probe.timeoutMs ?? 60_000,
        headers: {
          authorization: `Bearer ${probe.token}`,
          'accept-encoding': 'br',
          ...(probe.body && { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            bytes: body.length,
            body,
            headers: response.headers,
          });
        });
        response.on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
    request.end(probe.body);
  });
}

/** The value below which a share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[index] ?? NaN;
}

/** Sends a request many times from some clients at once. */
export async function load(
  probe: Probe,
  count: number,
  clients = 1,
): Promise<Latencies> {
  const times: number[] = [];
  let bytes = 0;
  let left = count;
  const started = performance.now();
  async function client() {
    while (left > 0) {
      left -= 1;
      const before = performance.now();
      const answer = await send(probe);
      if (answer.status !== 200) {
        throw new Error(`${probe.url} answered ${answer.status}`);
      }
      bytes = answer.bytes;
      times.push(performance.now() - before);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  return {
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    perSecond: count / seconds,
    bytes,
  };
}
