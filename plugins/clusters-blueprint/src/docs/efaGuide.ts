import {
  findEfaType,
  type ResolvedClusterSpec,
  type ResolvedNodePool,
} from '@clusterworks/plugin-clusters-spec';
import { markdownTable } from './markdownTable';

type Efa = NonNullable<ResolvedNodePool['efa']>;

/** A pod that gets every adapter of a node of the first such pool. */
function example({ name }: ResolvedNodePool, { instanceType }: Efa): string {
  return `\`\`\`yaml
# of a pod in pool ${name}
nodeSelector: { karpenter.sh/nodepool: ${name} }
tolerations: [{ operator: Exists, effect: NoSchedule }]
resources:
  limits:
    vpc.amazonaws.com/efa: ${findEfaType(instanceType)?.networkCards}
    nvidia.com/gpu: 8
    hugepages-2Mi: 5120Mi
    memory: 8000Mi
\`\`\``;
}

/** Chapter on Elastic Fabric Adapters; empty where no pool has them. */
export function efaGuide({ metadata, spec }: ResolvedClusterSpec): string {
  const pools = spec.karpenter.nodePools.flatMap(pool =>
    pool.efa ? [{ pool, efa: pool.efa }] : [],
  );
  const [first] = pools;
  if (!first) {
    return '';
  }
  const table = markdownTable(
    ['pool', 'instance type', 'adapters of a node', 'placement group'],
    pools.map(({ pool, efa }) => [
      pool.name,
      efa.instanceType,
      String(findEfaType(efa.instanceType)?.networkCards),
      efa.placementGroup ?? 'none',
    ]),
  );
  const groups = [
    ...new Set(pools.flatMap(({ efa }) => efa.placementGroup ?? [])),
  ];
  const placement =
    groups.length > 0
      ? `
A placement group is yours: make it before the first node, here or in a \`team_*.tf\` of the root. It keeps nodes close together in one zone.

\`\`\`bash
${groups
  .map(
    group =>
      `aws ec2 create-placement-group --region ${spec.region} --strategy cluster --group-name '${group}'`,
  )
  .join('\n')}
\`\`\`
`
      : '';
  return `
## Elastic Fabric Adapter

${table}

Each network card of a node carries one adapter without an address (\`networkInterfaces\` of the NodeClass), so Cilium leaves them alone; the adapter of the first card takes the place of an interface for pods. The device plugin in \`kube-system\` hands them to pods, the security group of the nodes lets them talk to each other. Their traffic is no IP: neither network policies nor Hubble see it, and it does not leave the zone.
${placement}
${example(first.pool, first.efa)}

Check:

\`\`\`bash
kubectl --context ${
    metadata.name
  } get nodes -l vpc.amazonaws.com/efa=present -o 'custom-columns=NAME:.metadata.name,EFA:.status.allocatable.vpc\\.amazonaws\\.com/efa'
\`\`\`
`;
}
