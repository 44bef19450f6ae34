import {
  cidrsOverlap,
  formatCidr,
  privateRangeOf,
  tryParseCidr,
} from '../../cidr';
import { findRegion } from '../../regions';
import { SpecRule } from '../PartialSpec';
import { PathIssue } from '../schemaIssues';

const NETWORK = ['spec', 'network'] as const;

/** VPC range: private, /16 to /22. AWS allows /16 to /28; below /22 ENI mode has no room. */
export const checkVpcCidr: SpecRule = spec => {
  const text = spec.spec?.network?.vpcCidr;
  const cidr = text === undefined ? undefined : tryParseCidr(text);
  if (!cidr) {
    return [];
  }
  const path = [...NETWORK, 'vpcCidr'];
  const issues: PathIssue[] = [];
  if (cidr.prefix < 16 || cidr.prefix > 22) {
    issues.push({
      path,
      message: `"${text}" must be between /16 and /22: AWS allows no larger VPC, and pods take their addresses from it`,
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

/** A public endpoint needs ranges, and no endpoint answers everybody. */
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

/** Zones must exist in the region and be named once. */
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
