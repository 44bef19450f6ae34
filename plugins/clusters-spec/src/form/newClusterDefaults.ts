import { findRegion } from '../regions';
import {
  addonsOfNewClusters,
  type ResolvedClusterSpec,
  resolveClusterSpec,
  type ClusterSpec,
} from '../spec';
import { newestImageRelease } from '../versions';

type Document = Record<string, unknown>;

/**
 * What holds in a new cluster where its form says nothing; for a form that is
 * not complete yet, too.
 *
 * @param document - a spec that is not checked yet
 *
 * @public
 */
export function newClusterDefaults(
  document: Document,
): ResolvedClusterSpec['spec'] {
  const { region, versions, network } = (document.spec ?? {}) as {
    region?: unknown;
    network?: { vpcCidr?: unknown };
    versions?: { profile?: unknown };
  };
  const isKnown = typeof region === 'string' && findRegion(region);
  const profile = versions?.profile;
  const { spec } = resolveClusterSpec({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'Cluster',
    metadata: { name: 'any', owner: 'group:default/any' },
    spec: {
      environment: 'any',
      region: isKnown ? region : 'eu-west-1',
      network: {
        vpcCidr:
          typeof network?.vpcCidr === 'string'
            ? network.vpcCidr
            : '10.0.0.0/16',
      },
      versions: profile === 'latest' || profile === 'seed' ? { profile } : {},
      karpenter: {
        amiRelease: newestImageRelease.release,
        ownerTags: true,
      },
      addons: Object.fromEntries(
        addonsOfNewClusters.map(name => [name, { enabled: true }]),
      ),
    },
  } as ClusterSpec);
  return spec;
}
