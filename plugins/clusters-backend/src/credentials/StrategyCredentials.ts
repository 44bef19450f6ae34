import type {
  AuthenticationStrategy,
  ClusterDetails,
} from '@backstage/plugin-kubernetes-node';
import type { CredentialSource, ReaderCredential } from '../reader';

/**
 * Credentials of one cluster from an auth strategy of the Kubernetes plugin,
 * kept in memory until they should be renewed, and asked for once at a time.
 */
export class StrategyCredentials implements CredentialSource {
  readonly #strategy: AuthenticationStrategy;
  readonly #details: ClusterDetails;
  readonly #lifetimeMs: number;
  #current:
    | { credential: Promise<ReaderCredential>; renewAt: number }
    | undefined;

  constructor(
    strategy: AuthenticationStrategy,
    details: ClusterDetails,
    lifetimeMs: number,
  ) {
    this.#strategy = strategy;
    this.#details = details;
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

  async #ask(): Promise<ReaderCredential> {
    const credential = await this.#strategy.getCredential(this.#details, {});
    switch (credential.type) {
      case 'bearer token':
        return { type: 'bearer', token: credential.token };
      case 'x509 client certificate':
        return {
          type: 'certificate',
          cert: credential.cert,
          key: credential.key,
        };
      default:
        return { type: 'anonymous' };
    }
  }
}
