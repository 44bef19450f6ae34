import type { Snapshot } from '../kinds';
import { ComponentIndex } from '../model/ComponentIndex';

/**
 * What is installed of Karpenter and Cilium. A part is absent when it is not
 * installed, or when its source was not read.
 *
 * @public
 */
export interface InstalledComponents {
  /** Karpenter's controller; the version has no leading `v`. */
  karpenter?: { namespace?: string; version?: string };
  /** Cilium's agent; the version has no leading `v`. */
  cilium?: { version?: string };
  /** The kept values of the ConfigMap `cilium-config`. */
  ciliumConfig?: Record<string, string>;
}

/**
 * Finds Karpenter and Cilium in a snapshot.
 *
 * @public
 */
export function installedComponents(snapshot: Snapshot): InstalledComponents {
  const index = new ComponentIndex(snapshot);
  const karpenter = index.karpenter();
  return {
    karpenter: karpenter && {
      namespace: karpenter.namespace,
      version: index.karpenterVersion(),
    },
    cilium: index.ciliumAgent() && { version: index.ciliumVersion() },
    ciliumConfig: index.ciliumConfig(),
  };
}
