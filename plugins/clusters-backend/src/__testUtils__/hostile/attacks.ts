import type { Attack } from './Attack';
import { connectionAttacks } from './connectionAttacks';
import { http1Attacks } from './http1Attacks';
import { http2Attacks } from './http2Attacks';

/** Everything that a server can do that never comes to an end, by its title. */
export const attacks: Record<string, Attack> = Object.fromEntries(
  [...http1Attacks, ...http2Attacks, ...connectionAttacks].map(attack => [
    `${attack.protocol} ${attack.to}: ${attack.name}`,
    attack,
  ]),
);
