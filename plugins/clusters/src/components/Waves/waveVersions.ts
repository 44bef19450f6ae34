import type { WaveChange } from '@clusterworks/plugin-clusters-common';
import {
  ciliumLines,
  karpenterLines,
  kubernetesLines,
  newestImageRelease,
} from '@clusterworks/plugin-clusters-spec';

/** The versions that a wave can bring, the newest first. */
export const waveVersions: Record<WaveChange['what'], readonly string[]> = {
  kubernetes: kubernetesLines.map(({ minor }) => minor).reverse(),
  karpenter: karpenterLines.map(({ newest }) => newest).reverse(),
  cilium: ciliumLines.map(({ newest }) => newest).reverse(),
  images: [newestImageRelease.release],
};
