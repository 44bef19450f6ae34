import {
  type ClusterSpec,
  type ClusterSpecIssue,
  formatSpecPath,
  type SpecPath,
  valueAt,
} from '../spec';

/** Fields that cannot be changed once the cluster exists, and why. */
const fixedFields: readonly { path: SpecPath; reason: string }[] = [
  {
    path: ['metadata', 'name'],
    reason: 'a cluster of another name is another cluster',
  },
  {
    path: ['spec', 'environment'],
    reason: 'its files and its Terraform state have their place by it',
  },
  { path: ['spec', 'region'], reason: 'AWS moves no cluster to another one' },
  {
    path: ['spec', 'network', 'vpcCidr'],
    reason: 'Terraform would replace the VPC and everything in it',
  },
  {
    path: ['spec', 'network', 'existing', 'vpcId'],
    reason: 'Terraform would replace the cluster',
  },
  {
    path: ['spec', 'network', 'ipamPoolId'],
    reason: 'Terraform would replace the VPC and everything in it',
  },
];

/**
 * The problems of a change that touches fields which an existing cluster
 * cannot change.
 *
 * @param before - the spec as it is in git
 *
 * @public
 */
export function fixedFieldIssues(
  before: ClusterSpec,
  after: ClusterSpec,
): ClusterSpecIssue[] {
  return fixedFields.flatMap(({ path, reason }) => {
    const [was, is] = [before, after].map(spec =>
      JSON.stringify(valueAt(spec, path)),
    );
    return was === is
      ? []
      : [
          {
            path: formatSpecPath(path),
            message: `cannot be changed from ${was ?? 'nothing'} to ${
              is ?? 'nothing'
            }: ${reason}`,
          },
        ];
  });
}
