import {
  derived,
  each,
  type Field,
  firstOf,
  ifPresent,
  mapped,
  numeral,
  objects,
  text,
  withDefault,
} from '../fields';
import { quantityToNumber } from './quantity';

interface StartingContainer {
  amount: number;
  restartPolicy: string | undefined;
}

/**
 * What the scheduler reserves for a pod of one resource, in base units.
 *
 * Containers and sidecars (init containers that restart) add up; an ordinary
 * init container counts when it asks for more than runs later; a request of
 * the pod as a whole stands for all of them; the overhead of a runtime class
 * comes on top (KEP-753, KEP-2837).
 */
export function podRequest(resource: string): Field<number> {
  const requested = ['resources', 'requests', resource];
  return derived(
    {
      whole: ifPresent(
        ['spec', ...requested],
        quantity(['spec', ...requested]),
      ),
      overhead: quantity(['spec', 'overhead', resource]),
      starting: objects('spec.initContainers', {
        amount: quantity(requested),
        restartPolicy: text('restartPolicy'),
      }),
      running: each('spec.containers', quantity(requested)),
    },
    ({ whole, overhead, starting, running }) =>
      (whole ?? largest(starting, running)) + overhead,
  );
}

function largest(
  starting: readonly StartingContainer[],
  running: readonly number[],
): number {
  let sidecars = 0;
  let start = 0;
  for (const { amount, restartPolicy } of starting) {
    const stays = restartPolicy === 'Always';
    sidecars += stays ? amount : 0;
    start = Math.max(start, stays ? sidecars : sidecars + amount);
  }
  const run = running.reduce((sum, amount) => sum + amount, sidecars);
  return Math.max(run, start);
}

/** A quantity in base units; nothing where it is absent or none. */
function quantity(path: readonly string[]): Field<number> {
  return withDefault(firstOf(numeral(path), mapped(text(path), amountOf)), 0);
}

function amountOf(written: string | undefined): number | undefined {
  return written === undefined ? undefined : quantityToNumber(written);
}
