import type { Socket } from 'node:net';
import { type Asked, askedBy, listBody, versionBody } from './apiBodies';
import type { Attack } from './Attack';
import { chunkedHead, http1Answer, onHttp1Request } from './http1';
import {
  frame,
  frameFlags,
  frameTypes,
  onHttp2Request,
  status200,
} from './http2Frames';
import { RawServer } from './RawServer';

/** Answers normally, except to the kind of request that the attack is for. */
export function serveAttack({ protocol, to, attack }: Attack): RawServer {
  const run = (socket: Socket, stream: number) => {
    const end = attack(socket, stream);
    if (end) {
      socket.once('close', end);
    }
  };
  return new RawServer(protocol, socket => {
    if (to === 'connection') {
      socket.on('data', () => {});
      run(socket, 0);
    } else if (protocol === 'h2') {
      serveHttp2(socket, to, run);
    } else {
      onHttp1Request(socket, path => {
        const asked = askedBy(path);
        if (asked === to) {
          run(socket, 0);
        } else if (asked === 'version') {
          socket.write(http1Answer(versionBody));
        } else if (asked === 'list') {
          socket.write(http1Answer(listBody()));
        } else {
          socket.write(chunkedHead);
        }
      });
    }
  });
}

function serveHttp2(
  socket: Socket,
  to: Asked,
  run: (socket: Socket, stream: number) => void,
): void {
  socket.write(frame(frameTypes.settings, 0, 0));
  // This server does not decode HTTP/2 headers, so it counts: the first request
  // is for the version, the next ones are lists, one for each kind.
  let requests = 0;
  onHttp2Request(socket, stream => {
    requests += 1;
    const asked = requests === 1 ? 'version' : 'list';
    if (asked === to || (to === 'watch' && requests > 20)) {
      run(socket, stream);
      return;
    }
    const body = asked === 'version' ? versionBody : listBody();
    socket.write(
      Buffer.concat([
        frame(frameTypes.headers, frameFlags.endHeaders, stream, status200),
        frame(frameTypes.data, frameFlags.endStream, stream, Buffer.from(body)),
      ]),
    );
  });
}
