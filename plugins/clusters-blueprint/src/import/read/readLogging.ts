import { controlPlaneLogs } from '@clusterworks/plugin-clusters-spec';
import { awsCommands } from '../aws/awsOutputs';
import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';
import { hasVpcOfBlueprint } from './readNetwork';

const LOGGING = 'spec.logging';

/** Logs of control plane and VPC, and how long they are kept. */
export function readLogging(facts: ImportFacts, draft: SpecDraft): void {
  const { aws } = facts;
  const enabled = (aws.cluster.logging?.clusterLogging ?? [])
    .filter(each => each.enabled === true)
    .flatMap(({ types }) => types);
  draft.set(
    `${LOGGING}.controlPlane`,
    controlPlaneLogs.filter(log => enabled.includes(log)),
  );
  // The flow logs of an existing VPC are not the blueprint's.
  if (hasVpcOfBlueprint(facts)) {
    if (aws.flowLogs) {
      draft.set(
        `${LOGGING}.flowLogs`,
        aws.flowLogs.some(({ ResourceId }) => ResourceId === aws.vpc.VpcId),
      );
    } else {
      draft.ask(`${LOGGING}.flowLogs`, 'Does the VPC keep flow logs?', {
        command: awsCommands.FlowLogs,
      });
    }
  }
  const name = `/aws/eks/${aws.cluster.name}/cluster`;
  const group = aws.logGroups?.find(
    ({ logGroupName }) => logGroupName === name,
  );
  if (group?.retentionInDays) {
    draft.set(`${LOGGING}.retentionDays`, group.retentionInDays);
  } else {
    draft.ask(
      `${LOGGING}.retentionDays`,
      group
        ? `The log group ${name} keeps logs for ever, which the spec does not allow. For how many days?`
        : `For how many days does the log group ${name} keep logs?`,
      group ? {} : { command: awsCommands.logGroups },
    );
  }
}
