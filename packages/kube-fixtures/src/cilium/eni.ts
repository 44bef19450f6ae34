/** A network interface of an instance. */
export interface Eni {
  id: string;
  number: number;
  ip: string;
  mac: string;
  addresses: string[];
  prefixes: string[];
}

/** The address of this number in the pools of tests: `10.0.1.0` and on. */
export function poolAddress(index: number): string {
  return `10.0.${1 + Math.floor(index / 250)}.${index % 250}`;
}

/**
 * Interfaces with so many addresses each; `prefixes` counts their /28s. EC2
 * gives each interface an id of its own: name the instance where there are more.
 */
export function enis(
  addresses: readonly number[],
  prefixes: readonly number[] = [],
  instance?: string,
): Eni[] {
  const prefix = instance ? `eni-${instance.replace(/^i-/, '')}` : 'eni';
  let next = 0;
  return addresses.map((count, number) => ({
    id: `${prefix}-${number}`,
    number,
    ip: `10.0.0.${number + 1}`,
    mac: `06:00:00:00:00:0${number}`,
    addresses: Array.from({ length: count }, () => {
      next += 1;
      return poolAddress(next - 1);
    }),
    prefixes: Array.from(
      { length: prefixes[number] ?? 0 },
      (_, index) => `10.2.${index}.0/28`,
    ),
  }));
}
