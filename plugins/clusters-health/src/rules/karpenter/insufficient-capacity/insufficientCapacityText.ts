import type {
  FleetError,
  FleetErrorKind,
} from '../../../model/karpenter/fleetErrors';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { fixedCommand, shellCommand } from '../../../model/remedy/shellCommand';

const QUOTED = 140;

/** The kind of error to report first; undefined when no kind is known. */
function mainKind(errors: readonly FleetError[]): FleetErrorKind | undefined {
  // A missing permission or a quota does not resolve itself, so these kinds
  // come first.
  const order: FleetErrorKind[] = ['rights', 'quota', 'addresses', 'capacity'];
  return order.find(kind => errors.some(error => error.kind === kind));
}

/** The errors of EC2 in words; an unknown code is quoted. */
export function sayRefusal(
  pool: string,
  errors: readonly FleetError[],
): string {
  const codes = [...new Set(errors.map(({ code }) => code))].join(', ');
  const what = codes ? ` (${codes})` : '';
  const foreign = errors.find(({ kind }) => kind === undefined);
  switch (mainKind(errors)) {
    case 'rights':
      return `EC2 does not let Karpenter launch for NodePool ${pool}${what}`;
    case 'quota':
      return `A quota of the AWS account keeps NodePool ${pool} from launching${what}`;
    case 'addresses':
      return `The subnets of NodePool ${pool} have no free address${what}`;
    case 'capacity':
      return `EC2 has no capacity for NodePool ${pool}${what}`;
    default:
      return foreign
        ? `EC2 refuses to launch for NodePool ${pool} (${
            foreign.code
          }: ${foreign.message.slice(0, QUOTED)})`
        : `EC2 has no capacity for NodePool ${pool}`;
  }
}

/** What to do, depending on the errors of EC2. */
export function refusalRemedy(
  pool: string,
  errors: readonly FleetError[],
): RuleRemedy[] {
  const requirements = {
    text: 'See what the pool may launch',
    command: shellCommand`kubectl get nodepool ${pool} -o jsonpath='{.spec.template.spec.requirements}'`,
  };
  switch (mainKind(errors)) {
    case 'rights':
      return rightsRemedy(errors);
    case 'quota':
      return [
        {
          text: 'See the quotas of the account',
          command: fixedCommand`aws service-quotas list-service-quotas --service-code ec2 --query 'Quotas[?contains(QuotaName, \`Running\`) || contains(QuotaName, \`Spot\`)].[QuotaName,Value]' --output table`,
        },
        {
          text: 'Ask AWS for a higher quota; other instance types help only if another quota applies to them',
        },
        requirements,
      ];
    case 'addresses':
      return [
        {
          text: 'The subnet has no free address: add a secondary CIDR or larger subnets',
        },
        requirements,
      ];
    case 'capacity':
      return [
        {
          text: 'Allow more instance types, zones or capacity types in the pool; Karpenter goes on trying',
        },
        requirements,
      ];
    default:
      return [
        {
          text:
            errors.length > 0
              ? 'Follow what EC2 says: the code is in the documentation of the EC2 API'
              : 'Allow more instance types, zones or capacity types in the pool; Karpenter goes on trying',
        },
        requirements,
      ];
  }
}

function rightsRemedy(errors: readonly FleetError[]): RuleRemedy[] {
  const spotRole = errors.some(({ code }) =>
    code.includes('ServiceLinkedRole'),
  );
  return spotRole
    ? [
        {
          text: 'See whether the account has the service-linked role of spot instances',
          command: fixedCommand`aws iam get-role --role-name AWSServiceRoleForEC2Spot`,
        },
        {
          text: 'If it has not: an administrator makes it, once for the account. It holds rights for EC2 Spot and changes nothing that runs',
          command: fixedCommand`aws iam create-service-linked-role --aws-service-name spot.amazonaws.com`,
        },
      ]
    : [
        {
          text: "Compare the controller's policy with that of its version, and the organisation's service control policies",
        },
      ];
}
