import { architectureOf } from '../../instances';
import type { SpecRule } from '../PartialSpec';
import type { PathIssue } from '../schemaIssues';
import { specDefaults } from '../specDefaults';

const PATH = ['spec', 'systemNodes'] as const;

/** One AMI serves the group, so one architecture; and min must fit max. */
export const checkSystemNodes: SpecRule = spec => {
  const nodes = spec.spec?.systemNodes;
  const issues: PathIssue[] = [];
  const min = nodes?.min ?? specDefaults.systemNodes.min;
  const max = nodes?.max ?? Math.max(specDefaults.systemNodes.max, min);
  if (max < min) {
    issues.push({
      path: [...PATH, 'max'],
      message: `must be at least min (${min}), but is ${max}`,
    });
  }
  const architectures = new Set(
    (nodes?.instanceTypes ?? [])
      .filter((type): type is string => type !== undefined)
      .map(architectureOf),
  );
  if (architectures.size > 1) {
    issues.push({
      path: [...PATH, 'instanceTypes'],
      message:
        'must all have one architecture: a node group has one machine image',
    });
  }
  return issues;
};
