import {
  derived,
  each,
  type Field,
  ifPresent,
  mapped,
  object,
  objects,
  once,
  type Path,
  partsOf,
  text,
  value,
} from '../fields';
import { quantityToNumber } from './quantity';

/** Amounts of the resources that are summed up, in base units. */
interface Amounts {
  cpu: number;
  memory: number;
  gpus: number;
}

interface StartingContainer {
  amounts: Amounts;
  restartPolicy: string | undefined;
}

const requests = 'resources.requests';
const gpu = ['nvidia.com/gpu'];

/** Read once for all resources, because a cluster has tens of thousands of pods. */
const requested: Field<Amounts> = once(
  derived(
    {
      whole: object(`spec.${requests}`, {
        cpu: ifPresent('cpu', quantity('cpu')),
        memory: ifPresent('memory', quantity('memory')),
        gpus: ifPresent(gpu, quantity(gpu)),
      }),
      overhead: amountsAt('spec.overhead'),
      starting: objects('spec.initContainers', {
        amounts: amountsAt(requests),
        restartPolicy: text('restartPolicy'),
      }),
      running: each('spec.containers', amountsAt(requests)),
    },
    ({ whole, overhead, starting, running }) => {
      const of = (resource: keyof Amounts) =>
        (whole[resource] ?? largest(starting, running, resource)) +
        overhead[resource];
      return { cpu: of('cpu'), memory: of('memory'), gpus: of('gpus') };
    },
  ),
);

/**
 * The amount of one resource that the scheduler reserves for a pod, in base
 * units.
 *
 * Containers and sidecars (init containers that restart) add up. An ordinary
 * init container counts when it requests more than the containers that run
 * later. A request of the pod as a whole replaces all of them. The overhead of
 * a runtime class is added (KEP-753, KEP-2837).
 */
export function podRequest(resource: keyof Amounts): Field<number> {
  return mapped(requested, amounts => amounts[resource]);
}

function largest(
  starting: readonly StartingContainer[],
  running: readonly Amounts[],
  resource: keyof Amounts,
): number {
  let sidecars = 0;
  let start = 0;
  for (const { amounts, restartPolicy } of starting) {
    const stays = restartPolicy === 'Always';
    sidecars += stays ? amounts[resource] : 0;
    start = Math.max(start, stays ? sidecars : sidecars + amounts[resource]);
  }
  const run = running.reduce(
    (sum, amounts) => sum + amounts[resource],
    sidecars,
  );
  return Math.max(run, start);
}

function amountsAt(path: Path): Field<Amounts> {
  return object(path, {
    cpu: quantity('cpu'),
    memory: quantity('memory'),
    gpus: quantity(gpu),
  });
}

/** A quantity in base units; 0 when the field is absent or malformed. */
function quantity(path: Path): Field<number> {
  const parts = partsOf(path);
  return value(parts, holder => {
    const number = holder.numeral(parts);
    if (number !== undefined) {
      return number;
    }
    const written = holder.text(parts);
    return (written && quantityToNumber(written)) || 0;
  });
}
