import type { Memory } from '../../rule/memory';
import { emptyMemory } from '../../rule/memory';
import { NOW } from './time';

/** A memory in which one condition has held for the given number of minutes. */
export function heldFor(key: string, minutes: number): Memory {
  const now = Date.parse(NOW);
  const last = now - 1000;
  const since = now - minutes * 60_000;
  return { ...emptyMemory(), at: last, held: { [key]: { since, last } } };
}
