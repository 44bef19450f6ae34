import { readFile } from 'node:fs/promises';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';
import type { ClusterCredentialProvider } from '@clusterworks/plugin-clusters-node';
import type { ClusterDetails, KnownCluster } from '../discovery/KnownCluster';
import type { CredentialSource } from '../reader';
import { AwsIdentities, type AskKeys } from './AwsIdentities';
import { clusterIdOf } from './clusterIdOf';
import { eksToken } from './eksToken';
import { RenewedCredentials } from './RenewedCredentials';
import { stsRegionOf } from './stsRegionOf';

/** Creates the credentials of a cluster that is read. */
export type CreateCredentials = (
  cluster: KnownCluster,
  details: ClusterDetails,
) => CredentialSource;

const MINUTE_MS = 60_000;
/** EKS accepts a token for 15 minutes. */
const EKS_TOKEN_MS = 10 * MINUTE_MS;
/** Kubernetes replaces the token files mounted into a pod from time to time. */
const MOUNTED_TOKEN_MS = MINUTE_MS;
const MOUNTED_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
const ACCOUNT_ID = /^\d{12}$/;

/**
 * Credentials for clusters: tokens for EKS, service account tokens for clusters
 * of the configuration, and the credentials of auth providers that modules add.
 */
export function createCredentials(
  config: RootConfigService,
  added: ReadonlyMap<string, ClusterCredentialProvider>,
): CreateCredentials {
  const identities = new AwsIdentities(config);
  return (cluster, details) => {
    const name = details.authMetadata[ANNOTATION_KUBERNETES_AUTH_PROVIDER];
    const provider = added.get(name);
    if (name === 'aws') {
      return eksCredentials(cluster, details, identities);
    }
    if (name === 'serviceAccount' && cluster.trusted) {
      return serviceAccountCredentials(details);
    }
    if (provider) {
      return addedCredentials(cluster, details, provider);
    }
    throw new Error(`Clusters of auth provider ${name} are not read`);
  };
}

function eksCredentials(
  { name, accountId }: KnownCluster,
  { url, authMetadata }: ClusterDetails,
  identities: AwsIdentities,
): CredentialSource {
  const region = stsRegionOf(url);
  const clusterId = clusterIdOf(name, { authMetadata });
  let askKeys: AskKeys | undefined;
  return new RenewedCredentials(async () => {
    askKeys ??= await identities.find({
      accountId:
        accountId && ACCOUNT_ID.test(accountId) ? accountId : undefined,
      roleArn: authMetadata[ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE],
      externalId: authMetadata[ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID],
      region,
    });
    const keys = await askKeys();
    const token = await eksToken(keys, region, clusterId, new Date());
    return { type: 'bearer', token };
  }, EKS_TOKEN_MS);
}

function serviceAccountCredentials({
  authMetadata,
}: ClusterDetails): CredentialSource {
  const { serviceAccountToken } = authMetadata;
  return new RenewedCredentials(async () => {
    const token =
      serviceAccountToken ?? (await readFile(MOUNTED_TOKEN, 'utf8'));
    return { type: 'bearer', token: token.trim() };
  }, MOUNTED_TOKEN_MS);
}

function addedCredentials(
  { name, accountId, region }: KnownCluster,
  { url, authMetadata: annotations }: ClusterDetails,
  provider: ClusterCredentialProvider,
): CredentialSource {
  const cluster = { name, url, accountId, region, annotations };
  return new RenewedCredentials(
    () => provider.getCredential(cluster),
    provider.lifetimeMs,
  );
}
