import {
  ComponentLine,
  karpenterLines,
  knownBadReleases,
} from '@clusterworks/plugin-clusters-spec';
import semver from 'semver';
import {
  DraftFinding,
  notApplicable,
  pass,
  Rule,
  unknown,
} from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { compareMinors, minorOf } from '../../../model/versions';
import { WorkloadFacts } from '../../../kinds';
import { karpenterVersionDoc } from './karpenterVersionDoc';

/** C4: Karpenter's version does not fit the version of Kubernetes. */
export const karpenterVersion: Rule = {
  code: 'karpenter/C4',
  id: 'karpenter-version',
  component: 'karpenter',
  doc: karpenterVersionDoc,
  needs: ['deployments'],
  evaluate(ctx) {
    const controller = ctx.index.karpenter();
    if (!controller)
      return notApplicable('no Deployment of Karpenter was found');
    const version = ctx.index.karpenterVersion();
    const minor = minorOf(ctx.snapshot.serverVersion);
    if (!version) return unknown('the image of Karpenter names no version');
    if (!minor) return unknown('the version of the API server is not known');
    const line = karpenterLines.find(known => known.line === minorOf(version));
    if (!line) return unknown(`Karpenter ${version} is not in the table`);
    const [from, to] = line.kubernetes;
    const outside =
      compareMinors(minor, from) < 0 || compareMinors(minor, to) > 0;
    if (outside)
      return { findings: [misfit(controller, version, minor, line)] };
    const fault = knownFault(version);
    return fault ? { findings: [faulty(controller, version, fault)] } : pass();
  },
};

function knownFault(version: string) {
  return knownBadReleases.find(
    ({ component, range }) =>
      component === 'karpenter' && semver.satisfies(version, range),
  );
}

function misfit(
  controller: WorkloadFacts,
  version: string,
  minor: string,
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
    title: `Karpenter ${version} is made for Kubernetes ${range}, this is ${minor}`,
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
