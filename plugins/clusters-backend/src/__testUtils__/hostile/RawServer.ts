import {
  type AddressInfo,
  createServer,
  type Server,
  type Socket,
} from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { CertificateAuthority } from '@clusterworks/kube-simulator';

/** The protocol below HTTP: clear text, or TLS with one ALPN protocol. */
export type RawProtocol = 'tcp' | 'http/1.1' | 'h2';

const authority = CertificateAuthority.create();

/** The certificate authority of all raw servers, as PEM. */
export const rawServerCa = Buffer.from(authority.caData, 'base64').toString();

/**
 * A server on loopback that gives its raw sockets to a test. The test writes
 * arbitrary bytes to them, which server libraries would refuse to send.
 */
export class RawServer {
  readonly sockets = new Set<Socket>();
  accepted = 0;
  readonly #server: Server;
  readonly #protocol: RawProtocol;

  constructor(protocol: RawProtocol, onSocket: (socket: Socket) => void) {
    this.#protocol = protocol;
    const accept = (socket: Socket) => {
      socket.on('error', () => socket.destroy());
      // A peer that has already closed its socket answers a write with a reset.
      socket.once('end', () => {
        const probe = setInterval(() => socket.write('\0'), 20);
        socket.once('close', () => clearInterval(probe));
      });
      onSocket(socket);
    };
    this.#server =
      protocol === 'tcp'
        ? createServer({ allowHalfOpen: true })
        : createTlsServer({
            ...authority.issueServerCertificate(),
            ALPNProtocols: [protocol],
            allowHalfOpen: true,
          } as object);
    this.#server.on('connection', (socket: Socket) => {
      this.accepted += 1;
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.sockets.delete(socket));
    });
    this.#server.on(
      protocol === 'tcp' ? 'connection' : 'secureConnection',
      accept,
    );
    this.#server.on('tlsClientError', () => {});
  }

  /** Starts to listen; returns the URL. */
  async listen(): Promise<string> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#protocol === 'tcp' ? 'http' : 'https'}://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
