import type { WaveChange } from '@clusterworks/plugin-clusters-common';

const names: Record<WaveChange['what'], string> = {
  kubernetes: 'Kubernetes',
  karpenter: 'Karpenter',
  cilium: 'Cilium',
  images: 'Node images',
};

/** `Kubernetes 1.35`. */
export function waveTitle({ what, to }: WaveChange): string {
  return `${names[what]} ${to}`;
}
