import {
  type KubernetesLine,
  kubernetesLines,
} from '@clusterworks/plugin-clusters-spec';
import { DAY } from '../../../model/durations';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { minorOf } from '../../../model/versions';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import { clusterSubject } from '../../../rule/subjects';
import { kubernetesSupportEndsDoc } from './kubernetesSupportEndsDoc';

/**
 * AWS upgrades the control plane itself at the end of support; within this
 * time, the upgrade cannot wait.
 */
const FORCED_SOON = 30 * DAY;
const ENDS_SOON = 90 * DAY;

/** Standard or extended support for the version of the control plane ends. */
export const kubernetesSupportEnds: Rule = {
  code: 'clusterworks/kubernetes-support-ends',
  id: 'kubernetes-support-ends',
  component: 'clusterworks',
  doc: kubernetesSupportEndsDoc,
  needs: [],
  evaluate({ snapshot: { serverVersion = '' }, cluster, now }) {
    const minor = minorOf(serverVersion);
    if (minor === undefined) {
      return unknown('the API server does not say its version');
    }
    if (!serverVersion.includes('-eks-')) {
      return notApplicable('the control plane is not of EKS');
    }
    const line = kubernetesLines.find(each => each.minor === minor);
    if (!line) {
      return unknown(`the end of support of ${minor} is not known`);
    }
    const standard = Date.parse(line.standardUntil);
    return now >= standard - ENDS_SOON
      ? { findings: [draft(cluster, line, now)] }
      : pass();
  },
};

function draft(
  cluster: string,
  line: KubernetesLine,
  now: number,
): DraftFinding {
  const { minor, extendedUntil, source } = line;
  return {
    severity: 'info',
    subject: clusterSubject(cluster),
    title: `Kubernetes ${minor}: ${sayEnd(line, now)}`,
    evidence: [
      { object: cluster, path: 'version of the API server', value: minor },
      {
        object: cluster,
        path: 'support ends',
        value: `${extendedUntil} (${source})`,
      },
    ],
    remedy: [
      {
        text: 'See which version runs, and what the nodes run',
        command: fixedCommand`kubectl get nodes -o wide`,
      },
      {
        text: 'Upgrade Karpenter and Cilium to versions that support the next minor version, then the control plane by one minor version',
      },
    ],
  };
}

function sayEnd(
  { standardUntil, extendedUntil }: KubernetesLine,
  now: number,
): string {
  if (now >= Date.parse(extendedUntil) - FORCED_SOON) {
    return `EKS upgrades it by itself after ${extendedUntil}, when extended support ends`;
  }
  return now >= Date.parse(standardUntil)
    ? `standard support ended on ${standardUntil}, extended support costs more and ends on ${extendedUntil}`
    : `standard support ends on ${standardUntil}`;
}
