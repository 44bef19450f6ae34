import type { DeepPartial } from '../PartialSpec';
import type { NodePoolSpec } from '../nodePoolSchema';
import type { PathIssue } from '../schemaIssues';
import type { SpecPath } from '../ClusterSpecIssue';

type Requirement = DeepPartial<
  NonNullable<NodePoolSpec['requirements']>[number]
>;

/** Keys that a pool's own fields set, and the field to use. */
const ownFields = new Map([
  ['karpenter.sh/capacity-type', 'capacityTypes'],
  ['kubernetes.io/arch', 'architectures'],
]);

/** Well-known keys of restricted domains that Karpenter accepts (CRD, 1.1). */
const allowedRestricted = new Set([
  'beta.kubernetes.io/instance-type',
  'failure-domain.beta.kubernetes.io/region',
  'beta.kubernetes.io/os',
  'beta.kubernetes.io/arch',
  'failure-domain.beta.kubernetes.io/zone',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
  'kubernetes.io/arch',
  'kubernetes.io/os',
  'node.kubernetes.io/windows-build',
  'node.kubernetes.io/instance-type',
]);

/** Keys under `karpenter.k8s.aws/` that nodes carry; common to 1.1 and later. */
const awsKeys = new Set(
  [
    'ec2nodeclass',
    'instance-encryption-in-transit-supported',
    'instance-category',
    'instance-hypervisor',
    'instance-family',
    'instance-generation',
    'instance-local-nvme',
    'instance-size',
    'instance-cpu',
    'instance-cpu-manufacturer',
    'instance-cpu-sustained-clock-speed-mhz',
    'instance-memory',
    'instance-ebs-bandwidth',
    'instance-network-bandwidth',
    'instance-gpu-name',
    'instance-gpu-manufacturer',
    'instance-gpu-count',
    'instance-gpu-memory',
    'instance-accelerator-name',
    'instance-accelerator-manufacturer',
    'instance-accelerator-count',
    'capacity-reservation-id',
    'capacity-reservation-type',
    'capacity-reservation-interruptible',
    'instance-capability-flex',
    'instance-tenancy',
    'placement-group-id',
    'placement-group-partition',
  ].map(name => `karpenter.k8s.aws/${name}`),
);

function domainOf(key: string): string {
  return key.includes('/') ? key.split('/')[0] : '';
}

function within(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}

/** Why a label or requirement key is refused by the NodePool CRD, if it is. */
export function restrictedLabelProblem(key: string): string | undefined {
  const domain = domainOf(key);
  if (key === 'kubernetes.io/hostname') {
    return 'is restricted by Karpenter: a pool has no single host name';
  }
  if (within(domain, 'karpenter.sh') && key !== 'karpenter.sh/capacity-type') {
    return 'is restricted by Karpenter: the domain karpenter.sh is its own';
  }
  if (within(domain, 'karpenter.k8s.aws') && !awsKeys.has(key)) {
    return 'is not a label of karpenter.k8s.aws that nodes carry';
  }
  const free =
    within(domain, 'node.kubernetes.io') ||
    within(domain, 'node-restriction.kubernetes.io') ||
    within(domain, 'kops.k8s.io');
  if (
    (within(domain, 'kubernetes.io') || within(domain, 'k8s.io')) &&
    !free &&
    !allowedRestricted.has(key)
  ) {
    return `is restricted by Karpenter: the domain ${domain} belongs to Kubernetes`;
  }
  return undefined;
}

/** Rules of one requirement, as the CRD's CEL rules have them. */
export function checkRequirement(
  requirement: Requirement | undefined,
  path: SpecPath,
): PathIssue[] {
  if (!requirement) {
    return [];
  }
  const { key, operator, minValues } = requirement;
  const values = requirement.values ?? [];
  const issues: PathIssue[] = [];
  const problem = key === undefined ? undefined : restrictedLabelProblem(key);
  const ownField = key === undefined ? undefined : ownFields.get(key);
  if (ownField) {
    issues.push({
      path: [...path, 'key'],
      message: `"${key}" is set by ${ownField} of the pool`,
    });
  } else if (problem) {
    issues.push({ path: [...path, 'key'], message: `"${key}" ${problem}` });
  }
  if (operator === 'In' && values.length === 0) {
    issues.push({
      path: [...path, 'values'],
      message: 'must hold a value for operator In',
    });
  }
  if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length) {
    issues.push({
      path: [...path, 'values'],
      message: `must be left out for operator ${operator}`,
    });
  }
  if (operator && ['Gt', 'Lt', 'Gte', 'Lte'].includes(operator)) {
    if (values.length !== 1 || !/^\d+$/.test(values[0] ?? '')) {
      issues.push({
        path: [...path, 'values'],
        message: `must hold one whole number in quotes for operator ${operator}`,
      });
    }
    // These are rendered as Gt and Lt, which every Karpenter version knows, so
    // the smallest value is one.
    if (operator === 'Gte' && values[0] === '0') {
      issues.push({
        path: [...path, 'values'],
        message: 'must be at least "1" for operator Gte',
      });
    }
  }
  if (
    minValues !== undefined &&
    operator === 'In' &&
    values.length < minValues
  ) {
    issues.push({
      path: [...path, 'minValues'],
      message: `asks for ${minValues} values, but there are ${values.length}`,
    });
  }
  return issues;
}
