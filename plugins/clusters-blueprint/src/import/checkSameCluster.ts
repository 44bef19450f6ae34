import { compareMinors, minorOf } from '@clusterworks/plugin-clusters-spec';
import { awsCommands } from './aws/awsOutputs';
import type { ImportFacts } from './ImportFacts';

/**
 * Signs that the capture and the outputs of AWS are not of one cluster, or not
 * of one moment.
 */
export function sameClusterProblems({ aws, snapshot }: ImportFacts): string[] {
  const problems: string[] = [];
  const captured = minorOf(snapshot.serverVersion?.replace(/^v/, ''));
  if (captured && compareMinors(captured, aws.cluster.version) !== 0) {
    problems.push(
      `the capture is of Kubernetes ${captured}, ${aws.cluster.name} has ${aws.cluster.version}: take both anew, of one cluster`,
    );
  }
  const zones = snapshot.resources.nodes.items.flatMap(
    ({ labels }) => labels['topology.kubernetes.io/zone'] ?? [],
  );
  if (zones.length > 0 && !zones.some(zone => zone.startsWith(aws.region))) {
    problems.push(
      `the nodes of the capture are in ${zones[0]}, ${aws.cluster.name} is in ${aws.region}`,
    );
  }
  const { nodepools, ec2nodeclasses } = snapshot.resources;
  const subnets = new Set(aws.subnets.map(({ SubnetId }) => SubnetId));
  for (const { name, subnets: found } of ec2nodeclasses.items) {
    const strange = found.map(({ id }) => id).filter(id => !subnets.has(id));
    if (strange.length > 0) {
      problems.push(
        `EC2NodeClass/${name} uses ${strange.join(', ')}, which the output of ${
          awsCommands.Subnets
        } does not have in ${aws.vpc.VpcId}`,
      );
    }
  }
  for (const [name, { state, reason }] of Object.entries({
    nodepools,
    ec2nodeclasses,
  })) {
    if (state !== 'ok' && state !== 'notInstalled') {
      problems.push(
        `the capture has no ${name} (${state}${reason ? `: ${reason}` : ''})`,
      );
    }
  }
  return problems;
}
