import type { Access } from '../api/Access';
import { readersMayRead } from '../api/Access';
import { verifyEksToken } from './verifyEksToken';
import type { AwsKeys } from './verifyPresignedUrl';

/**
 * API servers ask their authenticator again about a token after this time
 * (`--authentication-token-webhook-cache-ttl`).
 */
const ACCEPTED_MS = 120_000;

/** Settings of the access to one EKS cluster. */
export interface EksAccessOptions {
  /** Name of the EKS cluster, the value of `x-k8s-aws-id`. */
  clusterId: string;
  keys: AwsKeys;
  /** The IAM role of the portal, as it appears in messages. */
  roleArn: string;
  /** Groups of its access entry; none for a cluster that never bound them. */
  groups?: string[];
  now?: () => Date;
}

/** Access through EKS tokens of one IAM principal. */
export function eksAccess(options: EksAccessOptions): Access {
  const now = options.now ?? (() => new Date());
  const groups = options.groups ?? ['clusterworks:readers'];
  const user = { name: options.roleArn, groups };
  /** The token that was accepted last, and when. */
  let last = { token: '', at: 0 };
  return {
    authenticate: authorization => {
      const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
      if (!token) {
        return undefined;
      }
      const time = now();
      const age = time.getTime() - last.at;
      if (token === last.token && age >= 0 && age < ACCEPTED_MS) {
        return user;
      }
      const { clusterId, keys } = options;
      if (!verifyEksToken(token, clusterId, keys, time).accepted) {
        return undefined;
      }
      last = { token, at: time.getTime() };
      return user;
    },
    authorize: readersMayRead,
  };
}
