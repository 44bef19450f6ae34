import * as kube from '@clusterworks/kube-fixtures';
import { type Json, merge } from './merge';
import { ago } from './time';

const web = kube.service('web', 'default', {
  container: {
    name: 'app',
    image: 'app:1',
    requests: { cpu: '500m', memory: '1Gi' },
  },
});

/** A pod that runs. */
export function pod(name: string, change: Json = {}): Json {
  return kube.pod(name, {
    workload: web,
    node: 'node-general-1',
    ip: '10.0.1.5',
    ...change,
  });
}

/** A pod that no node has fitted for the given number of minutes. */
export function waitingPod(
  name: string,
  minutes: number,
  change: Json = {},
): Json {
  const waiting = kube.waitingPod(name, ago(minutes), { workload: web });
  return merge(waiting as unknown as Json, change);
}
