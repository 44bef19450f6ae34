import { parseDocument } from 'yaml';
import {
  type Cidr,
  formatCidr,
  nextFreeCidr,
  parseCidr,
  tryParseCidr,
} from '../cidr';
import { type ClusterSpec, rangesOfSpec, readClusterSpecYaml } from '../spec';

/**
 * Shared address space, which AWS lets any private VPC have besides its own
 * range and which nobody routes between networks.
 */
const SHARED_SPACE = parseCidr('100.64.0.0/10');
/** The largest range that AWS gives a VPC. */
const PREFIX = 16;
/** The spec takes no more. */
const MOST_RANGES = 4;

/**
 * `cluster.yaml` with one more range of addresses for nodes and pods. Terraform
 * adds the range to the VPC and a subnet of it to each zone, in which Karpenter
 * launches nodes; nothing that runs is replaced. Comments stay.
 *
 * @param taken - ranges that others have
 * @returns undefined where a range would not help: the VPC is not made by the
 *   blueprint or is allocated by IPAM, has as many ranges as it can, or none is
 *   free
 *
 * @public
 */
export function addAddressRange(
  text: string,
  taken: readonly string[],
): { text: string; range: string } | undefined {
  const { spec } = readClusterSpecYaml(text);
  const {
    secondaryCidrs = [],
    existing,
    ipamPoolId,
  } = spec?.spec.network ?? {};
  if (!spec || existing || ipamPoolId || secondaryCidrs.length >= MOST_RANGES) {
    return undefined;
  }
  const free = nextFreeCidr({
    within: SHARED_SPACE,
    prefix: PREFIX,
    taken: [...rangesOf(spec), ...taken]
      .map(tryParseCidr)
      .filter((cidr): cidr is Cidr => cidr !== undefined),
  });
  if (!free) {
    return undefined;
  }
  const range = formatCidr(free);
  const document = parseDocument(text);
  const path = ['spec', 'network', 'secondaryCidrs'];
  if (secondaryCidrs.length > 0) {
    document.addIn(path, range);
  } else {
    document.setIn(path, [range]);
  }
  return { text: String(document), range };
}

/** The ranges that the cluster and its peers in a mesh have. */
function rangesOf(spec: ClusterSpec): string[] {
  return [
    ...rangesOfSpec(spec),
    ...(spec.spec.cilium?.clusterMesh?.peerCidrs ?? []),
  ];
}
