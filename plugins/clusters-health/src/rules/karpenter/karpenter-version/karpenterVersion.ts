import type { ComponentLine } from '@clusterworks/plugin-clusters-spec';
import {
  compareMinors,
  karpenterLines,
  knownBadReleases,
} from '@clusterworks/plugin-clusters-spec';
import semver from 'semver';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { minorOf } from '../../../model/versions';
import type { WorkloadFacts } from '../../../kinds';
import { karpenterVersionDoc } from './karpenterVersionDoc';

/** C4: Karpenter's version does not support the version of Kubernetes. */
export const karpenterVersion: Rule = {
  code: 'karpenter/C4',
  id: 'karpenter-version',
  component: 'karpenter',
  doc: karpenterVersionDoc,
  needs: ['deployments'],
  details: ['nodes'],
  evaluate(ctx) {
    const controller = ctx.index.karpenter();
    if (!controller) {
      return notApplicable('no Deployment of Karpenter was found');
    }
    const version = ctx.index.karpenterVersion();
    if (!version) {
      return unknown('the image of Karpenter names no version');
    }
    const line = karpenterLines.find(known => known.line === minorOf(version));
    const kubernetes = kubernetesOf(ctx);
    if (line && kubernetes && isOutside(kubernetes, line)) {
      return { findings: [misfit(controller, version, kubernetes, line)] };
    }
    const fault = knownFault(version);
    const findings = fault ? [faulty(controller, version, fault)] : [];
    if (!line) {
      return { findings, unknown: `Karpenter ${version} is not in the table` };
    }
    return kubernetes?.exact
      ? { findings }
      : { findings, unknown: 'the version of the API server is not known' };
  },
};

/** The minor version of Kubernetes. */
interface KubernetesMinor {
  minor: string;
  /** Whether the API server gave it. Else it has at least this version. */
  exact: boolean;
}

/**
 * The version of the API server. Where it is not known, the newest kubelet is
 * a lower bound: no kubelet may be newer than its API server.
 */
function kubernetesOf(ctx: RuleContext): KubernetesMinor | undefined {
  const given = minorOf(ctx.snapshot.serverVersion);
  if (given) {
    return { minor: given, exact: true };
  }
  const [newest] = ctx
    .items('nodes')
    .flatMap(({ kubeletVersion }) => minorOf(kubeletVersion) ?? [])
    .sort((a, b) => compareMinors(b, a));
  return newest === undefined ? undefined : { minor: newest, exact: false };
}

function isOutside(
  { minor, exact }: KubernetesMinor,
  { kubernetes: [from, to] }: ComponentLine,
): boolean {
  return (
    compareMinors(minor, to) > 0 || (exact && compareMinors(minor, from) < 0)
  );
}

function knownFault(version: string) {
  return knownBadReleases.find(
    ({ component, range }) =>
      component === 'karpenter' && semver.satisfies(version, range),
  );
}

function misfit(
  controller: WorkloadFacts,
  version: string,
  { minor, exact }: KubernetesMinor,
  line: ComponentLine,
): DraftFinding {
  const panics =
    (version === '1.1.0' || version === '1.1.1') &&
    compareMinors(minor, '1.31') > 0;
  const range = line.kubernetes.join(' to ');
  const fits = karpenterLines.find(
    known =>
      compareMinors(minor, known.kubernetes[0]) >= 0 &&
      compareMinors(minor, known.kubernetes[1]) <= 0,
  );
  return {
    severity: panics ? 'critical' : 'warning',
    subject: subjectOf('Deployment', controller),
    title: `Karpenter ${version} is made for Kubernetes ${range}, this is ${minor}${
      exact ? '' : ' or newer, as kubelets show'
    }`,
    evidence: [evidenceOf('Deployment', controller, 'image tag', version)],
    remedy: [
      {
        text: fits
          ? `Upgrade Karpenter to ${fits.newest} or newer, definitions (karpenter-crd) first`
          : `No known Karpenter serves Kubernetes ${minor}`,
      },
    ],
    touches: [touch.component('karpenter')],
  };
}

function faulty(
  controller: WorkloadFacts,
  version: string,
  fault: NonNullable<ReturnType<typeof knownFault>>,
): DraftFinding {
  return {
    severity: 'info',
    subject: subjectOf('Deployment', controller),
    title: `Karpenter ${version} has a known fault: ${fault.reason}`,
    evidence: [
      evidenceOf('Deployment', controller, 'image tag', version),
      { object: 'clusterworks', path: 'source', value: fault.source },
    ],
    remedy: [{ text: `Upgrade to ${fault.instead}` }],
    key: 'fault',
  };
}
