import { awsCommands } from '../aws/awsOutputs';
import type { AwsFacts } from '../aws/AwsFacts';
import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

const SYSTEM = 'spec.systemNodes';
const SYSTEM_TAINT = 'CriticalAddonsOnly';

type Nodegroup = AwsFacts['nodegroups'][number];

function isSystemGroup({ taints }: Nodegroup): boolean {
  return taints.some(({ key }) => key === SYSTEM_TAINT);
}

/** The version of the launch template that a node group uses. */
function templateOf(aws: AwsFacts, { launchTemplate }: Nodegroup) {
  return aws.launchTemplates.find(
    ({ LaunchTemplateId, VersionNumber }) =>
      LaunchTemplateId === launchTemplate?.id &&
      String(VersionNumber) === launchTemplate.version,
  )?.LaunchTemplateData;
}

function readVolume(aws: AwsFacts, group: Nodegroup, draft: SpecDraft): void {
  const template = templateOf(aws, group);
  const disk = template?.BlockDeviceMappings.flatMap(({ Ebs }) => Ebs ?? [])[0];
  const size = disk?.VolumeSize ?? group.diskSize;
  const { launchTemplate } = group;
  const command = launchTemplate?.id
    ? `${awsCommands.LaunchTemplateVersions} --launch-template-id ${launchTemplate.id} --versions ${launchTemplate.version}`
    : undefined;
  if (size) {
    draft.set(`${SYSTEM}.volume.size`, `${size}Gi`);
  } else {
    draft.ask(
      `${SYSTEM}.volume.size`,
      `How large is the root volume of the node group ${group.nodegroupName}?`,
      { command },
    );
  }
  if (disk) {
    draft.set(`${SYSTEM}.volume.kmsKeyArn`, disk.KmsKeyId ?? undefined);
  } else if (launchTemplate?.id) {
    draft.ask(
      `${SYSTEM}.volume.kmsKeyArn`,
      `Which KMS key encrypts the volumes of the node group ${group.nodegroupName}?`,
      { optional: true, command },
    );
  }
}

function askAll(groups: readonly Nodegroup[], draft: SpecDraft): void {
  const names = groups.map(({ nodegroupName }) => nodegroupName).join(', ');
  const which = `The blueprint has one node group for Karpenter, CoreDNS and Cilium's operator, with the taint ${SYSTEM_TAINT}; the cluster has ${
    names ? `none or several with it (${names})` : 'no node group'
  }.`;
  draft.ask(`${SYSTEM}.instanceTypes`, `${which} Which instance types?`);
  draft.ask(`${SYSTEM}.min`, `${which} How many nodes at least?`);
  draft.ask(`${SYSTEM}.max`, `${which} How many nodes at most?`);
}

/** The node group of the blueprint, and those that it does not have. */
export function readSystemNodes({ aws }: ImportFacts, draft: SpecDraft): void {
  const candidates = aws.nodegroups.filter(isSystemGroup);
  const group = candidates.length === 1 ? candidates[0] : undefined;
  if (group) {
    const { minSize, maxSize } = group.scalingConfig;
    const type = templateOf(aws, group)?.InstanceType;
    const types =
      group.instanceTypes.length > 0 ? group.instanceTypes : type && [type];
    if (types) {
      draft.set(`${SYSTEM}.instanceTypes`, types);
    } else {
      draft.ask(
        `${SYSTEM}.instanceTypes`,
        `Which instance types does the node group ${group.nodegroupName} have?`,
      );
    }
    draft.set(`${SYSTEM}.min`, minSize);
    draft.set(`${SYSTEM}.max`, maxSize);
    readVolume(aws, group, draft);
  } else {
    askAll(aws.nodegroups, draft);
  }
  for (const each of aws.nodegroups) {
    if (each !== group) {
      draft.differ(
        `Node group ${each.nodegroupName}`,
        'is not rendered: the blueprint has one node group, everything else is launched by Karpenter',
      );
    } else if (each.nodegroupName.replace(/-\d+$/, '') !== 'system') {
      draft.differ(
        `Node group ${each.nodegroupName}`,
        'has another name; the blueprint makes a group named system beside it',
      );
    }
  }
}
