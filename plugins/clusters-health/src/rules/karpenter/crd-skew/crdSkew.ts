import type { Rule } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isAtLeast } from '../../../model/versions';
import { karpenterCrds } from '../../../model/karpenter/karpenterCrds';
import { upgradeCrds } from '../../../model/remedy/upgradeCrds';
import { crdSkewDoc } from './crdSkewDoc';

interface Mark {
  crd: string;
  property: string;
  since: string;
}

/**
 * Fields that a version introduced: a CustomResourceDefinition without them is
 * older.
 */
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

/** C8: CustomResourceDefinitions are older than the controller. */
export const crdSkew: Rule = {
  code: 'karpenter/C8',
  id: 'crd-skew',
  component: 'karpenter',
  doc: crdSkewDoc,
  needs: ['customresourcedefinitions', 'deployments'],
  evaluate(ctx) {
    const crds = karpenterCrds(ctx).filter(crd => crd.properties.length > 0);
    if (crds.length === 0) {
      return notApplicable('no definition of Karpenter with a schema');
    }
    const version = ctx.index.karpenterVersion();
    if (!version) {
      return unknown('the version of Karpenter is not known');
    }
    const findings = crds.flatMap(crd => {
      const missing = marks.filter(
        mark =>
          mark.crd === crd.name &&
          isAtLeast(version, mark.since) === true &&
          !crd.properties.includes(mark.property),
      );
      if (missing.length === 0) {
        return [];
      }
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
