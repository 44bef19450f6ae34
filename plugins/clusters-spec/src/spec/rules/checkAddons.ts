import { partitionOf } from '../../regions';
import type { SpecRule } from '../PartialSpec';
import type { PathIssue } from '../schemaIssues';

const PATH = ['spec', 'addons'] as const;

/** Without zones external-dns would have no rights. */
const checkZones: SpecRule = spec => {
  const dns = spec.spec?.addons?.externalDns;
  return dns?.enabled === true && (dns.hostedZoneIds ?? []).length === 0
    ? [
        {
          path: [...PATH, 'externalDns', 'hostedZoneIds'],
          message:
            'is required for external-dns: name the hosted zones that it may change',
        },
      ]
    : [];
};

/** KMS keys can be used only in their own region and partition. */
const checkKey: SpecRule = spec => {
  const region = spec.spec?.region;
  const arn = spec.spec?.addons?.ebsCsiDriver?.kmsKeyArn;
  const [, partition, , place] = arn?.split(':') ?? [];
  const issues: PathIssue[] = [];
  if (
    region &&
    arn &&
    (place !== region || partition !== partitionOf(region))
  ) {
    issues.push({
      path: [...PATH, 'ebsCsiDriver', 'kmsKeyArn'],
      message: `"${arn}" must be a key of ${region}, as the volumes are`,
    });
  }
  return issues;
};

/** Rules of `spec.addons`. */
export const checkAddons: SpecRule = spec => [
  ...checkZones(spec),
  ...checkKey(spec),
];
