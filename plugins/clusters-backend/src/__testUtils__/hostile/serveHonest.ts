import { askedBy, listBody, versionBody } from './apiBodies';
import { chunkedHead, http1Answer, onHttp1Request } from './http1';
import { RawServer } from './RawServer';

/** A well-behaved API server without objects. */
export function serveHonest(): RawServer {
  return new RawServer('tcp', socket =>
    onHttp1Request(socket, path => {
      const asked = askedBy(path);
      const body = asked === 'version' ? versionBody : listBody();
      socket.write(asked === 'watch' ? chunkedHead : http1Answer(body));
    }),
  );
}
