import type { Asked } from './apiBodies';
import { attacks } from './attacks';
import { rawServerCa, type RawServer } from './RawServer';
import { serveAttack } from './serveAttack';
import { serveEndless } from './serveEndless';
import { serveFuzz } from './serveFuzz';
import { serveHonest } from './serveHonest';
import { serveRefusing } from './serveRefusing';

/** A request of the parent process. */
export type HostileRequest =
  | { type: 'attack'; title: string }
  | { type: 'fuzz'; seed: number }
  | { type: 'endless'; sort: string }
  | { type: 'honest' }
  | { type: 'refusing'; refused: Asked; status: string }
  | { type: 'connections' }
  | { type: 'close' };

/** The answer of this process. */
export interface HostileAnswer {
  /** The URL of the server that was requested. */
  url: string;
  ca: string;
  /** Connections that all servers have accepted so far. */
  accepted: number;
  /** Accepted connections that the client has not closed. */
  held: number;
}

/**
 * Servers kept open during a long fuzz; older ones are closed to free memory.
 */
const MOST_FUZZ_SERVERS = 60;

const servers: RawServer[] = [];

function serve(request: HostileRequest): RawServer | undefined {
  switch (request.type) {
    case 'attack':
      return serveAttack(attacks[request.title]);
    case 'fuzz':
      return serveFuzz(request.seed);
    case 'endless':
      return serveEndless(request.sort);
    case 'honest':
      return serveHonest();
    case 'refusing':
      return serveRefusing(request.refused, request.status);
    default:
      return undefined;
  }
}

async function answer(request: HostileRequest): Promise<HostileAnswer> {
  const server = serve(request);
  if (server) {
    servers.push(server);
    if (request.type === 'fuzz' && servers.length > MOST_FUZZ_SERVERS) {
      // The first server is the well-behaved one and stays.
      void servers.splice(1, 1)[0].close();
    }
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

// Ends this process, and with it its servers, when the reader's process ends.
process.on('disconnect', () => process.exit());
// Errors inside a hostile server do not matter to the test.
process.on('uncaughtException', () => {});
process.on('message', async (request: HostileRequest) => {
  process.send?.(await answer(request));
});
