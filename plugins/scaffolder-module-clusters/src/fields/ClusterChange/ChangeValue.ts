import type {
  ClusterChangeOperation,
  Removal,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** The value of the field: a cluster, the operation, and the wanted spec. */
export type ChangeValue = {
  /** Name of the cluster. */
  cluster?: string;
  operation?: ClusterChangeOperation;
  /** Git blob of the `cluster.yaml` that the form started from. */
  version?: string;
  /** Whether the form adds to the pull request that is open already. */
  continueOpen?: boolean;
  /** The wanted spec; absent while the text has problems. */
  spec?: ClusterSpec;
  /** Takes the files of the cluster out, instead of changing its spec. */
  removal?: Removal;
  /** Why the cluster may share addresses with another one. */
  overlapAcknowledgement?: string;
  /** Id of the finding that the change should resolve. */
  finding?: string;
  /** Id of the wave that the change is part of. */
  wave?: string;
  /** Whether the change should take what runs in the cluster. */
  differences?: boolean;
  /**
   * Title of the finding, or the wave, whose value was taken into the spec, or
   * the fields that were taken from the cluster.
   */
  suggestedBy?: string;
  /** Text of the YAML editor; absent until it differs from the one in git. */
  text?: string;
  /** Id of the form that read the spec from git. */
  session?: string;
};

const sessions = new Set<string>();

/** Makes the id of a form that has just read its spec from git. */
export function beginSession(): string {
  const session = crypto.randomUUID();
  sessions.add(session);
  return session;
}

/**
 * Whether a value was made by a form in this browser. A value from an address
 * was not: otherwise a link could pass off any spec as the one in git.
 */
export function isOfSession({ session }: ChangeValue): boolean {
  return session !== undefined && sessions.has(session);
}
