import type { Json } from '../base/build';
import { ciliumTaint, type Taint } from '../nodes/taints';

/** A NodePool as its Nodes and NodeClaims know it. */
export interface PoolFacts {
  name: string;
  nodeClass: string;
  /** As in the manifest. */
  spec: Json;
}

/** A requirement of a NodePool or NodeClaim. */
export interface Requirement {
  key: string;
  operator: string;
  values?: string[];
}

interface TemplateFields {
  template?: {
    metadata?: { labels?: Record<string, string> };
    spec?: {
      taints?: Taint[];
      startupTaints?: Taint[];
      requirements?: Requirement[];
      expireAfter?: string;
      terminationGracePeriod?: string;
    };
  };
}

/** The part of a NodePool's spec that its NodeClaims copy. */
export function poolTemplate(pool: PoolFacts) {
  const { template } = pool.spec as TemplateFields;
  return {
    ...template?.spec,
    labels: template?.metadata?.labels ?? {},
    requirements: template?.spec?.requirements ?? [],
    expireAfter: template?.spec?.expireAfter ?? '720h',
  };
}

/** A pool of on-demand nodes that wait for Cilium before pods may come. */
export function poolFacts(
  name: string,
  { nodeClass = 'default', ...spec }: { nodeClass?: string } & Json = {},
): PoolFacts {
  return {
    name,
    nodeClass,
    spec: {
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: nodeClass,
          },
          requirements: [
            {
              key: 'karpenter.sh/capacity-type',
              operator: 'In',
              values: ['on-demand'],
            },
          ],
          startupTaints: [ciliumTaint],
          expireAfter: '720h',
        },
      },
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: '5m',
        budgets: [{ nodes: '10%' }],
      },
      ...spec,
    },
  };
}

/** The pool that nodes belong to unless a test names another. */
export const defaultPool = poolFacts('general');
