import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plain, plainFields } from '../plainFields';
import { quantityToNumber } from '../quantity';

const requests: WantedFields = {
  requests: plainFields('cpu', 'memory', 'nvidia.com/gpu'),
};

/** What `podRequest` reads of a pod's spec. */
export const podRequestFields: WantedFields = {
  overhead: plainFields('cpu', 'memory', 'nvidia.com/gpu'),
  resources: requests,
  containers: { resources: requests },
  initContainers: { resources: requests, restartPolicy: plain },
};

/**
 * What the scheduler reserves for a pod of one resource, in base units.
 *
 * Containers and sidecars (init containers that restart) add up; an ordinary
 * init container counts when it asks for more than runs later; a request of
 * the pod as a whole stands for all of them; the overhead of a runtime class
 * comes on top (KEP-753, KEP-2837).
 */
export function podRequest(spec: Fields, resource: string): number {
  const overhead = quantityOf(spec.object('overhead'), resource);
  const whole = requestsOf(spec);
  if (whole.has(resource)) return quantityOf(whole, resource) + overhead;
  let sidecars = 0;
  let start = 0;
  for (const init of spec.objects('initContainers')) {
    const amount = quantityOf(requestsOf(init), resource);
    if (init.text('restartPolicy') === 'Always') sidecars += amount;
    start = Math.max(
      start,
      init.text('restartPolicy') === 'Always' ? sidecars : sidecars + amount,
    );
  }
  const run = spec
    .objects('containers')
    .reduce(
      (sum, one) => sum + quantityOf(requestsOf(one), resource),
      sidecars,
    );
  return Math.max(run, start) + overhead;
}

function requestsOf(holder: Fields): Fields {
  return holder.object('resources').object('requests');
}

function quantityOf(fields: Fields, key: string): number {
  const raw = fields.numeral(key);
  if (raw !== undefined) return raw;
  return quantityToNumber(fields.text(key) ?? '0') ?? 0;
}
