import {
  cidrSize,
  formatCidr,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';

/** The first bytes of a range that differ from those of its neighbours. */
export function shortName({ first, prefix }: Cidr): string {
  const text = formatCidr({ first, prefix });
  return prefix <= 16 ? text.split('.').slice(0, 2).join('.') : text;
}

/** `10.32 – 10.47`: the first and the last /16 of a range. */
export function spanName(cidr: Cidr): string {
  const last = { first: cidr.first + cidrSize(cidr) - 1, prefix: 16 };
  return cidr.prefix < 16
    ? `${shortName({ ...cidr, prefix: 16 })} – ${shortName(last)}`
    : shortName(cidr);
}
