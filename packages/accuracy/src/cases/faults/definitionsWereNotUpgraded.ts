import { standardCluster } from '../../world';
import { fault } from '../Case';

/** Helm upgraded the controller and left its definitions as they were. */
export const definitionsWereNotUpgraded = fault({
  name: 'definitions-were-not-upgraded',
  source: 'https://karpenter.sh/docs/upgrading/upgrade-guide/#crd-upgrades',
  why: 'The definitions are those of 1.2, the controller is 1.14: the API server drops fields that it writes.',
  verdict: 'degraded',
  root: ['karpenter/C8'],
  rootsMax: 1,
  mistakenFor: ['karpenter/C6', 'karpenter/C9'],
  says: ['older|definition'],
  remedySays: ['karpenter-crd'],
  build: () => {
    const cluster = standardCluster();
    const schema = (spec: string[], status: string[]) => ({
      openAPIV3Schema: {
        type: 'object',
        properties: {
          spec: {
            properties: Object.fromEntries(spec.map(name => [name, {}])),
          },
          status: {
            properties: Object.fromEntries(status.map(name => [name, {}])),
          },
        },
      },
    });
    cluster.edit('CustomResourceDefinition', 'nodepools.karpenter.sh', {
      spec: {
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: schema(
              ['disruption', 'limits', 'template', 'weight'],
              ['conditions', 'resources'],
            ),
          },
        ],
      },
    });
    cluster.edit(
      'CustomResourceDefinition',
      'ec2nodeclasses.karpenter.k8s.aws',
      {
        spec: {
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: schema(
                [
                  'amiSelectorTerms',
                  'role',
                  'subnetSelectorTerms',
                  'securityGroupSelectorTerms',
                ],
                ['amis', 'conditions', 'subnets'],
              ),
            },
          ],
        },
      },
    );
    return cluster;
  },
});
