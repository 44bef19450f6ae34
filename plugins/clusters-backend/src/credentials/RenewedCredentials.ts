import type { CredentialSource, ReaderCredential } from '../reader';

/**
 * Keeps the credentials of one cluster in memory until they are due for
 * renewal. Callers at the same time share one request for new credentials.
 */
export class RenewedCredentials implements CredentialSource {
  readonly #ask: () => Promise<ReaderCredential>;
  readonly #lifetimeMs: number;
  #current:
    | { credential: Promise<ReaderCredential>; renewAt: number }
    | undefined;

  constructor(ask: () => Promise<ReaderCredential>, lifetimeMs: number) {
    this.#ask = ask;
    this.#lifetimeMs = lifetimeMs;
  }

  get(): Promise<ReaderCredential> {
    if (!this.#current || Date.now() >= this.#current.renewAt) {
      const credential = this.#ask();
      const current = { credential, renewAt: Date.now() + this.#lifetimeMs };
      this.#current = current;
      credential.catch(() => {
        if (this.#current === current) {
          this.#current = undefined;
        }
      });
    }
    return this.#current.credential;
  }

  invalidate(): void {
    this.#current = undefined;
  }
}
