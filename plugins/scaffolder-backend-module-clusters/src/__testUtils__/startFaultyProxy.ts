import { createServer, request, Server } from 'node:http';
import { AddressInfo } from 'node:net';

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
  fail?: { method: string; path: RegExp; status: number };
  stop(): Promise<void>;
}

/** Starts a proxy before another server on this machine, on a free port. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const server = createServer();
  const proxy: FaultyProxy = { url: '', seen: [], stop: () => close(server) };
  server.on('request', (req, res) => {
    const { method = '', url: path = '' } = req;
    proxy.seen.push({ method, path });
    const { fail } = proxy;
    if (fail && fail.method === method && fail.path.test(path)) {
      req.resume();
      res.writeHead(fail.status, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ message: 'Server Error' }));
      return;
    }
    const { host } = new URL(target);
    const onward = request(
      new URL(path, target),
      { method, headers: { ...req.headers, host } },
      answer => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.on('error', () => res.destroy());
    req.pipe(onward);
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
