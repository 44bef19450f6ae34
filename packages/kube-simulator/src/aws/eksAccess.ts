import type { Access } from '../api/Access';
import { readersMayRead } from '../api/Access';
import { verifyEksToken } from './verifyEksToken';
import type { AwsKeys } from './verifyPresignedUrl';

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
  return {
    authenticate: authorization => {
      const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
      if (!token) {
        return undefined;
      }
      const result = verifyEksToken(
        token,
        options.clusterId,
        options.keys,
        now(),
      );
      return result.accepted ? { name: options.roleArn, groups } : undefined;
    },
    authorize: readersMayRead,
  };
}
