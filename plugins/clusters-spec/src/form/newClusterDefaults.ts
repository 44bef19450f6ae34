import { findRegion } from '../regions';
import {
  addonsOfNewClusters,
  type ResolvedClusterSpec,
  resolveClusterSpec,
  type ClusterSpec,
} from '../spec';
import { placeholderSpec } from '../spec/placeholderSpec';
import { newestImageRelease, versionProfileNames } from '../versions';

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
  const profile = versionProfileNames.find(name => name === versions?.profile);
  const any = placeholderSpec.spec;
  const { spec } = resolveClusterSpec({
    ...placeholderSpec,
    spec: {
      ...any,
      region: isKnown ? region : any.region,
      network: {
        vpcCidr:
          typeof network?.vpcCidr === 'string'
            ? network.vpcCidr
            : any.network.vpcCidr,
      },
      versions: { profile },
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
