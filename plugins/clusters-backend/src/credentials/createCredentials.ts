import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  AnonymousStrategy,
  AwsIamStrategy,
  AzureIdentityStrategy,
  GoogleServiceAccountStrategy,
  ServiceAccountStrategy,
} from '@backstage/plugin-kubernetes-backend';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type {
  AuthenticationStrategy,
  ClusterDetails,
} from '@backstage/plugin-kubernetes-node';
import type { CredentialSource } from '../reader';
import { StrategyCredentials } from './StrategyCredentials';

/** Makes the credentials of a cluster. */
export type CreateCredentials = (details: ClusterDetails) => CredentialSource;

const MINUTE_MS = 60_000;

interface Provider {
  create(): AuthenticationStrategy;
  /** How long credentials are used; always well before they expire. */
  lifetimeMs: number;
}

/** Of a provider that needs a user's token, which a reader does not have. */
class UnsupportedCredentials implements CredentialSource {
  async get(): Promise<never> {
    throw Object.assign(new Error(), { name: 'UnsupportedAuthProvider' });
  }

  invalidate(): void {}
}

/**
 * Credentials from the strategies that the Kubernetes plugin exports, those
 * only that need no user. A strategy is made when a cluster first needs it.
 */
export function createCredentials(
  config: RootConfigService,
  logger: LoggerService,
): CreateCredentials {
  const providers: Record<string, Provider> = {
    // EKS accepts a token for 15 minutes.
    aws: {
      create: () => new AwsIamStrategy({ config }),
      lifetimeMs: 10 * MINUTE_MS,
    },
    azure: {
      create: () => new AzureIdentityStrategy(logger),
      lifetimeMs: 5 * MINUTE_MS,
    },
    googleServiceAccount: {
      create: () => new GoogleServiceAccountStrategy({ config }),
      lifetimeMs: 5 * MINUTE_MS,
    },
    // Tokens mounted into a pod are replaced on disk from time to time.
    serviceAccount: {
      create: () => new ServiceAccountStrategy(),
      lifetimeMs: MINUTE_MS,
    },
    localKubectlProxy: {
      create: () => new AnonymousStrategy(),
      lifetimeMs: 5 * MINUTE_MS,
    },
  };
  const strategies = new Map<string, AuthenticationStrategy>();
  return details => {
    const name = details.authMetadata[ANNOTATION_KUBERNETES_AUTH_PROVIDER];
    const provider = providers[name];
    if (!provider) {
      return new UnsupportedCredentials();
    }
    const strategy = strategies.get(name) ?? provider.create();
    strategies.set(name, strategy);
    return new StrategyCredentials(strategy, details, provider.lifetimeMs);
  };
}
