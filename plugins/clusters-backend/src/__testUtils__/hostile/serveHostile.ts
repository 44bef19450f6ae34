import { attacks } from './attacks';
import { rawServerCa, type RawServer } from './RawServer';
import { serveAttack } from './serveAttack';
import { serveFuzz } from './serveFuzz';
import { serveHonest } from './serveHonest';

/** What the parent asks for. */
export type HostileRequest =
  | { type: 'attack'; title: string }
  | { type: 'fuzz'; seed: number }
  | { type: 'honest' }
  | { type: 'connections' }
  | { type: 'close' };

/** What the child answers. */
export interface HostileAnswer {
  /** Where the server is that was asked for. */
  url: string;
  ca: string;
  /** Connections that all servers accepted so far. */
  accepted: number;
  /** Those that the client still holds. */
  held: number;
}

const servers: RawServer[] = [];

function serve(request: HostileRequest): RawServer | undefined {
  switch (request.type) {
    case 'attack':
      return serveAttack(attacks[request.title]);
    case 'fuzz':
      return serveFuzz(request.seed);
    case 'honest':
      return serveHonest();
    default:
      return undefined;
  }
}

async function answer(request: HostileRequest): Promise<HostileAnswer> {
  const server = serve(request);
  if (server) {
    servers.push(server);
  } else if (request.type === 'close') {
    await Promise.all(servers.splice(0).map(one => one.close()));
  }
  const total = (count: (one: RawServer) => number) =>
    servers.reduce((sum, one) => sum + count(one), 0);
  return {
    url: (await server?.listen()) ?? '',
    ca: rawServerCa,
    accepted: total(one => one.accepted),
    held: total(one => one.sockets.size),
  };
}

// What a hostile server runs into is its own affair.
process.on('uncaughtException', () => {});
process.on('message', async (request: HostileRequest) => {
  process.send?.(await answer(request));
});
