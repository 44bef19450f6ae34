import type {
  Http2SecureServer,
  Http2ServerRequest,
  Http2ServerResponse,
  Http2Session,
} from 'node:http2';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { KeyAndCertificate } from '../tls/CertificateAuthority';

/** Answers one request over HTTP/1.1 or HTTP/2. */
export type RequestHandler = (
  request: Http2ServerRequest,
  response: Http2ServerResponse,
) => void;

/** An HTTPS port on loopback that can be closed and opened again. */
export class SecureListener {
  #server: Http2SecureServer | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #sessions = new Set<Http2Session>();
  #boundPort: number;

  #certificate: KeyAndCertificate;
  readonly #handler: RequestHandler;
  readonly #onConnection: () => void;

  constructor(
    certificate: KeyAndCertificate,
    handler: RequestHandler,
    onConnection: () => void,
    port: number,
  ) {
    this.#certificate = certificate;
    this.#handler = handler;
    this.#onConnection = onConnection;
    this.#boundPort = port;
  }

  /** The port; after the first `open` never 0. */
  get port(): number {
    return this.#boundPort;
  }

  /**
   * Listens on 127.0.0.1.
   *
   * @throws Error with code EADDRINUSE when the port is taken
   */
  async open(): Promise<void> {
    if (this.#server) {
      return;
    }
    const server = createSecureServer(
      { ...this.#certificate, allowHTTP1: true },
      this.#handler,
    );
    server.on('connection', (socket: Socket) => {
      this.#onConnection();
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    });
    server.on('session', session => {
      this.#sessions.add(session);
      session.on('close', () => this.#sessions.delete(session));
      session.on('error', () => session.destroy());
    });
    // Watches are idle for minutes.
    server.setTimeout(0);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#boundPort, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
    this.#boundPort = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Closes the port and every connection. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server) {
      return;
    }
    this.#server = undefined;
    const closed = new Promise<void>(resolve => {
      server.close(() => resolve());
    });
    this.dropConnections();
    await closed;
  }

  /** Breaks every connection; new ones are welcome. */
  dropConnections(): void {
    this.#sessions.forEach(session => session.destroy());
    this.#sockets.forEach(socket => socket.destroy());
  }

  /** New connections get another certificate. */
  useCertificate(certificate: KeyAndCertificate): void {
    this.#certificate = certificate;
    this.#server?.setSecureContext(certificate);
  }
}
