import {
  cidrsOverlap,
  formatCidr,
  privateRangeOf,
  tryParseCidr,
} from '../../cidr';
import { findRegion } from '../../regions';
import type { SpecRule } from '../PartialSpec';
import type { PathIssue } from '../schemaIssues';

const NETWORK = ['spec', 'network'] as const;

/**
 * VPC range: private, /16 to /22. AWS allows /16 to /28; a smaller block than
 * /22 has too few addresses for ENI mode, but an existing VPC may have other
 * ranges.
 */
export const checkVpcCidr: SpecRule = spec => {
  const text = spec.spec?.network?.vpcCidr;
  const cidr = text === undefined ? undefined : tryParseCidr(text);
  if (!cidr) {
    return [];
  }
  const path = [...NETWORK, 'vpcCidr'];
  const issues: PathIssue[] = [];
  const longest = spec.spec?.network?.existing ? 28 : 22;
  if (cidr.prefix < 16 || cidr.prefix > longest) {
    issues.push({
      path,
      message: `"${text}" must be between /16 and /${longest}: AWS allows no larger VPC, and pods take their addresses from it`,
    });
  }
  if (!privateRangeOf(cidr)) {
    issues.push({
      path,
      message: `"${text}" must be private: within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10`,
    });
  }
  return issues;
};

/**
 * Secondary ranges: no overlap, and only from the primary's private range or
 * 100.64.0.0/10, because AWS refuses other private ranges beside it (VPC user
 * guide, "IPv4 CIDR block association restrictions").
 */
export const checkSecondaryCidrs: SpecRule = spec => {
  const network = spec.spec?.network;
  const primary =
    network?.vpcCidr === undefined ? undefined : tryParseCidr(network.vpcCidr);
  const issues: PathIssue[] = [];
  const taken = primary ? [{ cidr: primary, name: 'vpcCidr' }] : [];
  (network?.secondaryCidrs ?? []).forEach((text, index) => {
    const cidr = text === undefined ? undefined : tryParseCidr(text);
    if (!cidr) {
      return;
    }
    const path = [...NETWORK, 'secondaryCidrs', index];
    if (cidr.prefix < 16 || cidr.prefix > 28) {
      issues.push({ path, message: `"${text}" must be between /16 and /28` });
    }
    const clash = taken.find(each => cidrsOverlap(each.cidr, cidr));
    if (clash) {
      issues.push({
        path,
        message: `"${text}" overlaps ${clash.name} ${formatCidr(clash.cidr)}`,
      });
    }
    const home = privateRangeOf(cidr);
    const primaryHome = primary && privateRangeOf(primary);
    if (!home) {
      issues.push({ path, message: `"${text}" must be a private range` });
    } else if (
      primaryHome &&
      home !== primaryHome &&
      formatCidr(home) !== '100.64.0.0/10' &&
      formatCidr(primaryHome) !== '100.64.0.0/10'
    ) {
      issues.push({
        path,
        message: `"${text}" must lie in ${formatCidr(
          primaryHome,
        )} like vpcCidr, or in 100.64.0.0/10: AWS refuses other private ranges`,
      });
    }
    taken.push({ cidr, name: `secondaryCidrs[${index}]` });
  });
  return issues;
};

/**
 * A public endpoint needs ranges, and no endpoint may be open to every
 * address.
 */
export const checkEndpoint: SpecRule = spec => {
  const endpoint = spec.spec?.network?.endpoint;
  const path = [...NETWORK, 'endpoint', 'allowedCidrs'];
  const issues: PathIssue[] = [];
  if (endpoint?.public === true && (endpoint.allowedCidrs ?? []).length === 0) {
    issues.push({
      path,
      message:
        'is required for a public endpoint: name the ranges that may reach it',
    });
  }
  (endpoint?.allowedCidrs ?? []).forEach((text, index) => {
    if (text?.endsWith('/0')) {
      issues.push({
        path: [...path, index],
        message: `"${text}" would open the endpoint to the whole internet`,
      });
    }
  });
  (endpoint?.privateCidrs ?? []).forEach((text, index) => {
    if (text?.endsWith('/0')) {
      issues.push({
        path: [...NETWORK, 'endpoint', 'privateCidrs', index],
        message: `"${text}" would open the endpoint to everybody who has a route: name the ranges that need it`,
      });
    }
  });
  return issues;
};

/** Settings that apply only to a VPC that the blueprint creates. */
const madeHere = [
  'zones',
  'natGateways',
  'nodesInPublicSubnets',
  'interfaceEndpoints',
  'ipamPoolId',
] as const;

/** An existing VPC is not changed; its subnets decide zones and routes. */
export const checkExistingVpc: SpecRule = spec => {
  const network = spec.spec?.network;
  const existing = network?.existing;
  if (!network || !existing) {
    return [];
  }
  const twice = (ids: readonly (string | undefined)[] = []) =>
    ids.filter((id, index) => id !== undefined && ids.indexOf(id) < index);
  return [
    ...madeHere
      .filter(field => network[field] !== undefined)
      .map(field => ({
        path: [...NETWORK, field],
        message:
          'goes only with a VPC that is made here: an existing one is taken as it is',
      })),
    ...(['nodeSubnetIds', 'controlPlaneSubnetIds'] as const).flatMap(field =>
      twice(existing[field]).map(id => ({
        path: [...NETWORK, 'existing', field],
        message: `"${id}" is named twice`,
      })),
    ),
  ];
};

/** Zones must exist in the region, and each may be named once only. */
export const checkZones: SpecRule = spec => {
  const zones = spec.spec?.network?.zones;
  const region =
    spec.spec?.region === undefined ? undefined : findRegion(spec.spec.region);
  if (zones === undefined || !region) {
    return [];
  }
  const path = [...NETWORK, 'zones'];
  if (typeof zones === 'number') {
    return zones > region.usableZones
      ? [
          {
            path,
            message: `must be at most ${region.usableZones} in ${region.name}, but is ${zones}`,
          },
        ]
      : [];
  }
  return zones.flatMap((zone, index) => {
    if (zone !== undefined && !region.zones.includes(zone)) {
      return [
        {
          path: [...path, index],
          message: `"${zone}" is not a zone of ${
            region.name
          } (${region.zones.join(', ')})`,
        },
      ];
    }
    return zones.indexOf(zone) < index
      ? [{ path: [...path, index], message: `"${zone}" is named twice` }]
      : [];
  });
};
