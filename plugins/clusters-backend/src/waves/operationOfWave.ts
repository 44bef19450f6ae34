import type { WaveChange } from '@clusterworks/plugin-clusters-common';

/** The operation on a cluster that a wave consists of. */
export function operationOfWave({ what }: WaveChange): 'upgrade' | 'images' {
  return what === 'images' ? 'images' : 'upgrade';
}
