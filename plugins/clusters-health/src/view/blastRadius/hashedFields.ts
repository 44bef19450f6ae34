import { parseQuantity } from '../../kinds/parts/quantity';
import { parseGoDuration } from '../../model/durations';
import { type KarpenterManifest, valueIn } from './KarpenterManifest';

/**
 * Fields of `spec` that Karpenter hashes, and with which every NodeClaim that
 * was made before their change drifts. In Karpenter 1.1 to 1.15 these are all
 * of `template` except the requirements, and all of an EC2NodeClass except the
 * selectors (source: `hash:"ignore"` in `pkg/apis/v1/nodepool.go` and
 * `ec2nodeclass.go`).
 */
const hashed = {
  NodePool: [
    ['template', 'metadata', 'labels'],
    ['template', 'metadata', 'annotations'],
    ['template', 'spec', 'taints'],
    ['template', 'spec', 'startupTaints'],
    ['template', 'spec', 'nodeClassRef'],
    ['template', 'spec', 'expireAfter'],
    ['template', 'spec', 'terminationGracePeriod'],
  ],
  EC2NodeClass: [
    ['associatePublicIPAddress'],
    ['blockDeviceMappings'],
    ['connectionTracking'],
    ['context'],
    ['cpuOptions'],
    ['detailedMonitoring'],
    ['enclaveOptions'],
    ['instanceProfile'],
    ['instanceStorePolicy'],
    ['kubelet'],
    ['metadataOptions'],
    ['networkInterfaces'],
    ['role'],
    ['tags'],
    ['userData'],
  ],
} as const;

const DURATIONS = new Set(['expireAfter', 'terminationGracePeriod']);

/**
 * The fields of a NodePool or EC2NodeClass that differ and are part of
 * Karpenter's hash, such as `template.spec.taints`.
 */
export function hashedDifferences(
  before: KarpenterManifest,
  after: KarpenterManifest,
): string[] {
  const paths = hashed[before.kind as keyof typeof hashed] ?? [];
  const changed = paths
    .filter(
      path =>
        canonical(valueIn(before.spec, path), path.at(-1)) !==
        canonical(valueIn(after.spec, path), path.at(-1)),
    )
    .map(path => path.join('.'));
  return amiFamilyOf(before) === amiFamilyOf(after)
    ? changed
    : [...changed, 'amiFamily'];
}

/** The family that Karpenter hashes: it follows from the alias. */
function amiFamilyOf({ kind, spec }: KarpenterManifest): string | undefined {
  if (kind !== 'EC2NodeClass') {
    return undefined;
  }
  const terms = valueIn(spec, ['amiSelectorTerms']);
  const alias = Array.isArray(terms) ? valueIn(terms[0], ['alias']) : undefined;
  const family =
    valueIn(spec, ['amiFamily']) ??
    (typeof alias === 'string' ? alias.split('@')[0] : undefined);
  return typeof family === 'string' ? family.toLowerCase() : undefined;
}

/**
 * One text for all values that hash alike: lists are sets, empty texts count as
 * absent, and durations and sizes may be written differently.
 */
function canonical(value: unknown, key = ''): string | undefined {
  if (Array.isArray(value)) {
    return `[${value
      .map(each => canonical(each) ?? '')
      .sort()
      .join()}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .map(([name, each]) => [name, canonical(each, name)] as const)
      .filter(([, text]) => text !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(
      ([name, text]) => `${JSON.stringify(name)}:${text}`,
    )}}`;
  }
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  return JSON.stringify(scalar(value, key));
}

function scalar(value: unknown, key: string): unknown {
  if (typeof value === 'string' && key === 'volumeSize') {
    return String(parseQuantity(value) ?? value);
  }
  const duration =
    typeof value === 'string' && DURATIONS.has(key)
      ? parseGoDuration(value)
      : undefined;
  return duration === undefined ? value : String(duration);
}
