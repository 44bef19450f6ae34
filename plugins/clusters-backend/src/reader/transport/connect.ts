import { constants } from 'node:crypto';
import { isIP } from 'node:net';
import tls from 'node:tls';
import type { ReaderCredential, ClusterTarget } from '../ClusterTarget';
import type { ApiConnection } from './ApiConnection';
import { brokenOff } from './brokenOff';
import type { DialOptions } from './DialOptions';
import { Http1Connection } from './Http1Connection';
import { Http2Connection } from './Http2Connection';

/**
 * Opens a connection, over HTTP/2 if the server supports it: one connection
 * then carries all watches of a cluster. Clear-text addresses (a local proxy,
 * which must be allowed explicitly) and older servers get HTTP/1.1.
 *
 * @throws the reason of the signal when that is aborted first
 */
export async function connect(
  target: ClusterTarget,
  credential: ReaderCredential,
  signal: AbortSignal,
): Promise<ApiConnection> {
  const url = new URL(target.url);
  const options: DialOptions = {
    url,
    tls: tlsOptions(target, url, credential),
  };
  if (url.protocol === 'http:') {
    return new Http1Connection(options);
  }
  const socket = await dial(options.tls, signal);
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
    // A TLS renegotiation costs us more CPU time than the server.
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
  };
}

function dial(
  options: tls.ConnectionOptions,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const socket = tls.connect(options);
    function abort(): void {
      socket.destroy();
      reject(signal.reason);
    }
    const settle = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('secureConnect', () => {
      settle();
      resolve(socket);
    });
    // This listener stays: an error event without one would end the process.
    socket.on('error', error => {
      settle();
      reject(error);
    });
    socket.once('close', () => {
      settle();
      reject(brokenOff());
    });
  });
}
