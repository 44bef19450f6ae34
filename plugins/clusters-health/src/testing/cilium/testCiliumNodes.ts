import { ago } from './testTime';

interface CiliumNodeOptions {
  age?: number;
  type?: string;
  /** Addresses of each interface; the pool is all of them together. */
  enis?: number[];
  prefixes?: number[];
  pool?: number;
  used?: number;
  requested?: number;
  cidrs?: number;
  up?: boolean;
  noStatus?: boolean;
  instance?: string;
  ownerUid?: string;
  release?: Record<string, string>;
  error?: string;
  wireguard?: boolean;
  eni?: object;
  subnet?: string;
}

/** A CiliumNode of m6i.large, settled with 12 addresses of which 4 are used. */
export function ciliumNode(
  name: string,
  options: CiliumNodeOptions = {},
): object {
  const enis = options.enis ?? [9, 3];
  const total = options.pool ?? enis.reduce((sum, one) => sum + one, 0);
  const { up = true } = options;
  return {
    metadata: {
      name,
      creationTimestamp: ago(options.age ?? 3600),
      annotations: options.wireguard
        ? { 'network.cilium.io/wg-pub-key': 'key' }
        : undefined,
      ownerReferences: [
        { kind: 'Node', name, uid: options.ownerUid ?? `uid-${name}` },
      ],
    },
    spec: {
      'instance-id': options.instance ?? `i-${name}`,
      addresses: [
        { type: 'InternalIP', ip: '10.0.0.1' },
        ...(up ? [{ type: 'CiliumInternalIP', ip: address(0) }] : []),
      ],
      eni: {
        'instance-type': options.type ?? 'm6i.large',
        'availability-zone': 'eu-west-1a',
        'node-subnet-id': 'subnet-a',
        ...options.eni,
      },
      ipam: {
        pool: addressMap(total),
        'pre-allocate': 8,
        pools: pools(options),
      },
    },
    status: options.noStatus ? undefined : ciliumStatus(options, enis),
  };
}

function address(index: number): string {
  return `10.0.${1 + Math.floor(index / 250)}.${index % 250}`;
}

function addressMap(count: number): Record<string, object> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [address(index), {}]),
  );
}

function pools({ requested, cidrs }: CiliumNodeOptions): object {
  return {
    ...(requested === undefined
      ? {}
      : {
          requested: [{ pool: 'default', needed: { 'ipv4-addrs': requested } }],
        }),
    ...(cidrs === undefined
      ? {}
      : {
          allocated: [
            {
              pool: 'default',
              cidrs: Array.from({ length: cidrs }, (_, i) => `10.1.${i}.0/28`),
            },
          ],
        }),
  };
}

function ciliumStatus(options: CiliumNodeOptions, enis: number[]): object {
  let next = 0;
  const used = options.used ?? 4;
  return {
    eni: {
      enis: Object.fromEntries(
        enis.map((count, number) => {
          const addresses = Array.from({ length: count }, () => {
            next += 1;
            return address(next - 1);
          });
          return [
            `eni-${number}`,
            {
              number: number || undefined,
              ip: `10.0.0.${number + 1}`,
              addresses: count > 0 ? addresses : undefined,
              prefixes: Array.from(
                { length: options.prefixes?.[number] ?? 0 },
                (_, index) => `10.2.${index}.0/28`,
              ),
              subnet: { id: options.subnet ?? 'subnet-a', cidr: '10.0.0.0/20' },
            },
          ];
        }),
      ),
    },
    ipam: {
      used: used > 0 ? addressMap(used) : undefined,
      'release-ips': options.release,
      'operator-status': options.error ? { error: options.error } : {},
    },
  };
}
