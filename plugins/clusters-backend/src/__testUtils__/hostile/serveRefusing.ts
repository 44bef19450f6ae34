import { type Asked, askedBy, listBody, versionBody } from './apiBodies';
import { chunkedHead, http1Answer, onHttp1Request } from './http1';
import { RawServer } from './RawServer';

/** A server that answers one kind of request with an error status only. */
export function serveRefusing(refused: Asked, status: string): RawServer {
  const honest: Record<Asked, string | Buffer> = {
    version: http1Answer(versionBody),
    list: http1Answer(listBody()),
    watch: chunkedHead,
  };
  return new RawServer('tcp', socket =>
    onHttp1Request(socket, path => {
      const asked = askedBy(path);
      socket.write(
        asked === refused ? http1Answer('{}', {}, status) : honest[asked],
      );
    }),
  );
}
