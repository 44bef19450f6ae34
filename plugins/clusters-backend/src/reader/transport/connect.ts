import { isIP } from 'node:net';
import tls from 'node:tls';
import type { ReaderCredential, ClusterTarget } from '../ClusterTarget';
import { ReaderError } from '../ReaderError';
import type { ApiConnection } from './ApiConnection';
import { Http1Connection } from './Http1Connection';
import { Http2Connection } from './Http2Connection';

/** Where and how to connect, apart from the protocol that is agreed on. */
export interface DialOptions {
  url: URL;
  tls: tls.ConnectionOptions;
}

/**
 * Opens a connection, over HTTP/2 where the server can: one connection then
 * carries all watches of a cluster. Clear-text addresses (a local proxy, which
 * must be allowed explicitly) and older servers get HTTP/1.1.
 *
 * @throws ReaderError when it takes longer than the deadline
 */
export async function connect(
  target: ClusterTarget,
  credential: ReaderCredential,
  timeoutMs: number,
): Promise<ApiConnection> {
  const url = new URL(target.url);
  const options: DialOptions = {
    url,
    tls: tlsOptions(target, url, credential),
  };
  if (url.protocol === 'http:') {
    return new Http1Connection(options);
  }
  const socket = await dial(options.tls, timeoutMs);
  if (socket.alpnProtocol === 'h2') {
    return new Http2Connection(url, socket);
  }
  // HTTP/1.1 needs one connection per watch; its agent opens them.
  socket.destroy();
  return new Http1Connection(options);
}

function tlsOptions(
  target: ClusterTarget,
  url: URL,
  credential: ReaderCredential,
): tls.ConnectionOptions {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: Number(url.port || 443),
    ...(isIP(host) ? {} : { servername: host }),
    ALPNProtocols: ['h2', 'http/1.1'],
    ...(target.ca ? { ca: target.ca } : {}),
    ...(target.lookup ? { lookup: target.lookup } : {}),
    ...(credential.type === 'certificate'
      ? { cert: credential.cert, key: credential.key }
      : {}),
    rejectUnauthorized: !target.skipTlsVerify,
    minVersion: 'TLSv1.2',
  };
}

function dial(
  options: tls.ConnectionOptions,
  timeoutMs: number,
): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = tls.connect(options);
    const timer = setTimeout(() => {
      socket.destroy();
      reject(
        new ReaderError(
          'unreachable',
          `API server unreachable: no connection within ${timeoutMs / 1000} s`,
        ),
      );
    }, timeoutMs);
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', error => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
