import type { IncomingMessage, Server } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that went through. */
export interface SeenRequest {
  method: string;
  path: string;
}

/** A proxy that fails the requests it is told to. */
export interface FaultyProxy {
  url: string;
  seen: SeenRequest[];
  /** Requests that match are answered with this status. */
  fail?: {
    method: string;
    path: RegExp;
    status: number;
    /** Only requests whose body matches, too. */
    body?: RegExp;
    /** What the answer says and has for headers; default: `Server Error`. */
    message?: string;
    headers?: Record<string, string>;
    /** Only so many requests; default: all. */
    times?: number;
  };
  /** Waited for before each request goes on, when set. */
  before?: (request: SeenRequest) => Promise<void>;
  /** Changes the body of every other answer, when set. */
  change?: (body: Buffer, request: SeenRequest) => Buffer;
  stop(): Promise<void>;
}

/** Starts a proxy before another server on this machine, on a free port. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const server = createServer();
  const proxy: FaultyProxy = { url: '', seen: [], stop: () => close(server) };
  server.on('request', async (req, res) => {
    const { method = '', url: path = '' } = req;
    proxy.seen.push({ method, path });
    await proxy.before?.({ method, path });
    const { fail } = proxy;
    const isMeant =
      fail?.times !== 0 && fail?.method === method && fail.path.test(path);
    const sent = isMeant && fail.body ? await readAll(req) : undefined;
    if (isMeant && (!fail.body || fail.body.test(String(sent)))) {
      req.resume();
      if (fail.times !== undefined) {
        fail.times -= 1;
      }
      const headers = { 'content-type': 'application/json', ...fail.headers };
      res.writeHead(fail.status, headers);
      res.end(JSON.stringify({ message: fail.message ?? 'Server Error' }));
      return;
    }
    const { host } = new URL(target);
    const onward = request(
      new URL(path, target),
      { method, headers: { ...req.headers, host } },
      answer => {
        const { change } = proxy;
        if (!change) {
          res.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(res);
          return;
        }
        const pieces: Buffer[] = [];
        answer.on('data', piece => pieces.push(piece));
        answer.once('end', () => {
          const { 'content-length': _length, ...headers } = answer.headers;
          res.writeHead(answer.statusCode ?? 502, headers);
          res.end(change(Buffer.concat(pieces), { method, path }));
        });
      },
    );
    onward.on('error', () => res.destroy());
    if (sent) {
      onward.end(sent);
    } else {
      req.pipe(onward);
    }
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

async function readAll(req: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of req) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
