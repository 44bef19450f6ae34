import { attacks } from './attacks';
import { rawServerCa, type RawServer } from './RawServer';
import { serveAttack } from './serveAttack';

/** What the parent asks for. */
export type HostileRequest =
  | { type: 'attack'; title: string }
  | { type: 'connections' }
  | { type: 'close' };

/** What the child answers. */
export interface HostileAnswer {
  url: string;
  ca: string;
  /** Connections that were accepted so far. */
  accepted: number;
  /** Those that the client still holds. */
  held: number;
}

let server: RawServer | undefined;
let url = '';

async function answer(request: HostileRequest): Promise<HostileAnswer> {
  switch (request.type) {
    case 'attack':
      server = serveAttack(attacks[request.title]);
      url = await server.listen();
      break;
    case 'close':
      await server?.close();
      server = undefined;
      break;
    default:
  }
  return {
    url,
    ca: rawServerCa,
    accepted: server?.accepted ?? 0,
    held: server?.sockets.size ?? 0,
  };
}

process.on('message', async (request: HostileRequest) => {
  process.send?.(await answer(request));
});
