import type { Random } from './Random';

/** Names that the reader looks for, and names that every object inherits. */
const NAMES = [
  ...['metadata', 'name', 'namespace', 'labels', 'annotations', 'uid'],
  ...['resourceVersion', 'continue', 'creationTimestamp', 'ownerReferences'],
  ...['spec', 'status', 'conditions', 'type', 'message', 'reason', 'code'],
  ...['lastTransitionTime', 'capacity', 'allocatable', 'cpu', 'taints', 'key'],
  ...['requirements', 'operator', 'values', 'limits', 'nodeClassRef', 'kind'],
  ...['containerStatuses', 'restartCount', 'state', 'eni', 'enis', 'ipam'],
  ...['template', 'containers', 'selector', 'matchLabels', 'data', 'items'],
  ...['__proto__', 'constructor', 'toString', '', '\u0000', 'a"b\\', 'ü'],
];

const TEXTS = [
  ...[
    '',
    'True',
    'False',
    'Ready',
    '0',
    '-1',
    '1e999',
    '10%',
    '100Gi',
    '\u0000',
  ],
  ...[
    '2026-11-22T10:00:00Z',
    '275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
  ],
  ...['not a time', '10.0.0.1', '\u001b[2J', '\ud800', '$(id)', '`id`', '<b>'],
  ...[
    'kube-system',
    'karpenter',
    'aws-cilium',
    'i-0123456789',
    '0'.repeat(300),
  ],
];

const LITERALS = [
  ...['null', 'true', 'false', '0', '-0', '1e308', '1e999', '-1e999', '1.5'],
  ...['9007199254740993', '1'.repeat(400), 'NaN', 'tru', '01', '-'],
];

/** Random JSON text, mostly well-formed, with fields that real objects have. */
export function hostileValue(random: Random, depth = 0): string {
  const kind = random.below(depth > 4 ? 6 : 9);
  if (kind < 2) {
    return random.pick(LITERALS);
  }
  if (kind < 6) {
    return hostileText(random);
  }
  const length = random.below(random.chance(0.002) ? 300 : 4);
  const members = Array.from({ length }, () => hostileValue(random, depth + 1));
  if (kind < 7) {
    return `[${members.join(',')}]`;
  }
  const fields = members.map(
    member => `${JSON.stringify(random.pick(NAMES))}:${member}`,
  );
  return `{${fields.join(',')}}`;
}

function hostileText(random: Random): string {
  if (random.chance(0.0005)) {
    return JSON.stringify(
      random.pick(['x', '"', '\u0001', 'ü']).repeat(100_000),
    );
  }
  return JSON.stringify(random.pick(TEXTS));
}

/** A random object, which has a name most of the time. */
export function hostileObject(random: Random): string {
  if (random.chance(0.05)) {
    return hostileValue(random);
  }
  const name = random.chance(0.05)
    ? hostileValue(random)
    : JSON.stringify(`object-${random.below(500)}`);
  const parts = ['spec', 'status', 'data', 'type', 'reason', 'subjects']
    .filter(() => random.chance(0.6))
    .map(field => `,"${field}":${hostileValue(random, 1)}`);
  const more = random.chance(0.3)
    ? `,"labels":${hostileValue(random)},"creationTimestamp":${hostileText(
        random,
      )}`
    : '';
  return `{"metadata":{"name":${name},"resourceVersion":"${random.below(
    99,
  )}"${more}}${parts.join('')}}`;
}

/** A random page of a list. */
export function hostileList(random: Random): string {
  const length = random.pick([0, 1, 5, 50, 200]);
  const items = Array.from({ length }, () => hostileObject(random)).join(',');
  const token = random.chance(0.1) ? 'more' : '';
  const metadata = random.chance(0.05)
    ? hostileValue(random)
    : `{"resourceVersion":"1","continue":"${token}"}`;
  const fields = [`"metadata":${metadata}`, `"items":[${items}]`];
  return `{${(random.chance(0.5) ? fields : fields.reverse()).join(',')}}`;
}

/** A random line of a watch. */
export function hostileEvent(random: Random): string {
  if (random.chance(0.02)) {
    const code = random.pick(['410', '500', '"410"', '{}', 'null']);
    return `{"type":"ERROR","object":{"code":${code}}}\n`;
  }
  const type = random.pick(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']);
  const shown = random.chance(0.02) ? hostileText(random) : `"${type}"`;
  return `{"type":${shown},"object":${hostileObject(random)}}\n`;
}
