import { notApplicable, pass, Rule, unknown } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { isAtLeast } from '../engine/versions';
import { karpenterCrds } from './karpenterCrds';
import { upgradeCrds } from './upgradeCrds';

interface Mark {
  crd: string;
  property: string;
  since: string;
}

/** Fields that came with a version: a definition without them is older. */
const marks: readonly Mark[] = [
  {
    crd: 'nodepools.karpenter.sh',
    property: 'status.nodeClassObservedGeneration',
    since: '1.4.0',
  },
  { crd: 'nodepools.karpenter.sh', property: 'status.nodes', since: '1.8.0' },
  {
    crd: 'ec2nodeclasses.karpenter.k8s.aws',
    property: 'spec.capacityReservationSelectorTerms',
    since: '1.3.0',
  },
  {
    crd: 'ec2nodeclasses.karpenter.k8s.aws',
    property: 'spec.ipPrefixCount',
    since: '1.8.0',
  },
  {
    crd: 'ec2nodeclasses.karpenter.k8s.aws',
    property: 'spec.networkInterfaces',
    since: '1.11.0',
  },
  {
    crd: 'ec2nodeclasses.karpenter.k8s.aws',
    property: 'spec.connectionTracking',
    since: '1.13.0',
  },
];

/** C8: definitions are older than the controller. */
export const crdSkew: Rule = {
  code: 'karpenter/C8',
  rule: 'crd-skew',
  component: 'karpenter',
  title: 'Karpenter definitions are older than the controller',
  means:
    'Helm installs definitions once and never upgrades them. The controller writes fields that the API server then drops, so status and new settings are lost without a word.',
  detect:
    "Fields that came with a version of Karpenter (for example status.nodes of NodePools with 1.8) are missing in the definition's schema although the controller is that new.",
  remedyDoc:
    'Upgrade the chart karpenter-crd to the version of the controller.',
  since: 'Karpenter 1.3',
  source: 'facts/karpenter.md 1, 3 and 6.A',
  needs: ['customresourcedefinitions', 'deployments'],
  evaluate(ctx) {
    const crds = karpenterCrds(ctx).filter(crd => crd.properties.length > 0);
    if (crds.length === 0) {
      return notApplicable('no definition of Karpenter with a schema');
    }
    const version = ctx.index.karpenterVersion();
    if (!version) return unknown('the version of Karpenter is not known');
    const findings = crds.flatMap(crd => {
      const missing = marks.filter(
        mark =>
          mark.crd === crd.name &&
          isAtLeast(version, mark.since) === true &&
          !crd.properties.includes(mark.property),
      );
      if (missing.length === 0) return [];
      return [
        {
          severity: 'warning' as const,
          subject: subjectOf('CustomResourceDefinition', crd),
          title: `Definition ${crd.name} is older than Karpenter ${version}`,
          evidence: missing.map(mark =>
            evidenceOf(
              'CustomResourceDefinition',
              crd,
              `schema ${mark.property}`,
              `(absent; there since ${mark.since})`,
            ),
          ),
          remedy: upgradeCrds(ctx),
          touches: [touch.component('karpenter')],
          group: 'crds',
        },
      ];
    });
    return findings.length > 0 ? { findings } : pass();
  },
};
