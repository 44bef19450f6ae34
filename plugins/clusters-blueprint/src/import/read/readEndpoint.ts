import { awsCommands } from '../aws/awsOutputs';
import type { AwsFacts } from '../aws/AwsFacts';
import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

const ENDPOINT = 'spec.network.endpoint';
const HTTPS = 443;

type Rule = NonNullable<AwsFacts['securityGroupRules']>[number];

function opensApi({ IsEgress, IpProtocol, FromPort, ToPort }: Rule): boolean {
  if (IsEgress) {
    return false;
  }
  return (
    IpProtocol === '-1' ||
    (IpProtocol === 'tcp' &&
      (FromPort ?? 0) <= HTTPS &&
      HTTPS <= (ToPort ?? 65_535))
  );
}

/** Networks that a person must name instead: the spec opens no endpoint to all. */
function isOpenToAll(cidr: string): boolean {
  return cidr.endsWith('/0');
}

function readPublicAccess({ aws }: ImportFacts, draft: SpecDraft): void {
  const { endpointPublicAccess, publicAccessCidrs } =
    aws.cluster.resourcesVpcConfig;
  draft.set(`${ENDPOINT}.public`, endpointPublicAccess);
  if (!endpointPublicAccess) {
    return;
  }
  if (publicAccessCidrs.length === 0 || publicAccessCidrs.some(isOpenToAll)) {
    draft.ask(
      `${ENDPOINT}.allowedCidrs`,
      'The public endpoint is open to the whole internet, which the spec does not allow. Which networks may reach it?',
    );
  } else {
    draft.set(`${ENDPOINT}.allowedCidrs`, publicAccessCidrs);
  }
}

function readPrivateAccess({ aws }: ImportFacts, draft: SpecDraft): void {
  const path = `${ENDPOINT}.privateCidrs`;
  const { endpointPrivateAccess, securityGroupIds, clusterSecurityGroupId } =
    aws.cluster.resourcesVpcConfig;
  const groups = new Set([...securityGroupIds, clusterSecurityGroupId]);
  const rules = aws.securityGroupRules?.filter(
    rule => groups.has(rule.GroupId) && opensApi(rule),
  );
  if (!rules) {
    draft.ask(path, 'Which networks reach the private endpoint on port 443?', {
      command: `${awsCommands.SecurityGroupRules} of the groups ${[
        ...securityGroupIds,
        ...(clusterSecurityGroupId ? [clusterSecurityGroupId] : []),
      ].join(' ')}`,
    });
    return;
  }
  const cidrs = [...new Set(rules.flatMap(({ CidrIpv4 }) => CidrIpv4 ?? []))];
  if (cidrs.some(isOpenToAll)) {
    draft.ask(
      path,
      'The private endpoint is open to every network that has a route, which the spec does not allow. Which networks need it?',
    );
  } else {
    draft.set(path, cidrs);
  }
  for (const { CidrIpv6, PrefixListId } of rules) {
    const source = CidrIpv6 ?? PrefixListId;
    if (source) {
      draft.differ(
        'Security group of the control plane',
        `lets in ${source}, which spec.network.endpoint.privateCidrs cannot name`,
      );
    }
  }
  if (!endpointPrivateAccess) {
    draft.differ(
      'EKS endpointPrivateAccess',
      'is false; the blueprint always opens the private endpoint',
    );
  }
}

/** Who reaches the API server. */
export function readEndpoint(facts: ImportFacts, draft: SpecDraft): void {
  readPublicAccess(facts, draft);
  readPrivateAccess(facts, draft);
}
