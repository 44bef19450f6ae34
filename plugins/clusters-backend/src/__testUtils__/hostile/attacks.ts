import type { Attack } from './Attack';
import { connectionAttacks } from './connectionAttacks';
import { http1Attacks } from './http1Attacks';
import { http2Attacks } from './http2Attacks';

/** All attacks that never come to an end, by title. */
export const attacks: Record<string, Attack> = Object.fromEntries(
  [...http1Attacks, ...http2Attacks, ...connectionAttacks].map(attack => [
    `${attack.protocol} ${attack.to}: ${attack.name}`,
    attack,
  ]),
);
