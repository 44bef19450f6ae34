import type { ClusterSpec, ClusterSpecIssue } from '../spec';

/**
 * A step of a hand-over to Argo CD: to register the cluster with the hub, to
 * hand it over, or to take it back.
 *
 * @public
 */
export type HandoverStep = 'register' | 'handOver' | 'takeBack';

/**
 * The step that lies between two specs; undefined when there is none. Both
 * steps at once count as the hand-over, which the rules refuse.
 *
 * @public
 */
export function handoverStep(
  before: ClusterSpec,
  after: ClusterSpec,
): HandoverStep | undefined {
  const [was, is] = [before, after].map(({ spec }) => ({
    argocd: spec.gitops?.argocd ?? false,
    handedOver: spec.gitops?.handedOver ?? false,
  }));
  if (was.handedOver !== is.handedOver) {
    return is.handedOver ? 'handOver' : 'takeBack';
  }
  return !was.argocd && is.argocd ? 'register' : undefined;
}

/**
 * Why a hand-over cannot be made like this; empty when it can. At no time may
 * two tools own a release, and without Cilium no node of a new cluster is
 * Ready.
 *
 * @param isApplied - whether Terraform has built the cluster and published its
 *   status
 *
 * @public
 */
export function handoverIssues(
  before: ClusterSpec,
  after: ClusterSpec,
  isApplied: boolean,
): ClusterSpecIssue[] {
  if (handoverStep(before, after) !== 'handOver') {
    return [];
  }
  const path = 'spec.gitops.handedOver';
  return [
    ...(before.spec.gitops?.argocd
      ? []
      : [
          {
            path,
            message:
              'comes after spec.gitops.argocd, which registers the cluster with Argo CD and is merged and applied by itself',
          },
        ]),
    ...(isApplied
      ? []
      : [
          {
            path,
            message:
              'comes after the first apply: the cluster has no status.yaml in git',
          },
        ]),
  ];
}
