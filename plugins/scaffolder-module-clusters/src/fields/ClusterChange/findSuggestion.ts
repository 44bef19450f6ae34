import type {
  ClusterDetail,
  ClustersApi,
  Wave,
} from '@clusterworks/plugin-clusters-common';
import {
  addAddressRange,
  type ClusterSpec,
  operationForFinding,
  readClusterSpecYaml,
  specReaches,
  suggestedChange,
  takeWhatRuns,
  type WhatRuns,
  withTarget,
} from '@clusterworks/plugin-clusters-spec';
import type { ChangeValue } from './ChangeValue';

/** What a finding of the cluster, a wave, or what runs in it suggests. */
type Suggestion = Pick<ChangeValue, 'spec' | 'text' | 'suggestedBy'>;

/**
 * The change that a finding or a wave suggests, or what runs in the cluster.
 * The address says only which of them; the values follow from what the backend
 * says of the cluster. What is over suggests nothing.
 *
 * @param text - `cluster.yaml` in git
 */
export async function findSuggestion(
  value: ChangeValue,
  text: string,
  client: Pick<ClustersApi, 'getCluster' | 'getLedger' | 'getWave'>,
): Promise<Suggestion | undefined> {
  const { cluster, finding, wave, differences } = value;
  if (cluster && wave) {
    const found = await client.getWave(wave).catch(() => undefined);
    return found && ofWave(found, value, text);
  }
  if (!cluster || !(finding || differences)) {
    return undefined;
  }
  const detail = await client.getCluster(cluster).catch(() => undefined);
  return detail && differences
    ? ofDifferences(detail, value, text)
    : ofFinding(detail, value, text, client);
}

async function ofFinding(
  detail: ClusterDetail | undefined,
  { operation, finding: id }: ChangeValue,
  text: string,
  client: Pick<ClustersApi, 'getLedger'>,
): Promise<Suggestion | undefined> {
  const { spec } = readClusterSpecYaml(text);
  const finding = detail?.assessment?.findings.find(each => each.id === id);
  if (!spec || !finding || operationForFinding(finding) !== operation) {
    return undefined;
  }
  const suggestedBy = finding.title;
  if (operation === 'edit') {
    const more = await withMoreAddresses(text, client);
    return more && { ...more, suggestedBy };
  }
  const suggested = suggestedChange(finding, spec as ClusterSpec);
  return suggested && { spec: suggested, suggestedBy };
}

/** A further range, which no cluster has; none while the ranges are unknown. */
async function withMoreAddresses(
  text: string,
  client: Pick<ClustersApi, 'getLedger'>,
): Promise<Pick<Suggestion, 'spec' | 'text'> | undefined> {
  const ledger = await client.getLedger().catch(() => undefined);
  const added =
    ledger &&
    addAddressRange(
      text,
      [...ledger.ranges, ...(ledger.reservations ?? [])].map(
        ({ cidr }) => cidr,
      ),
    );
  return (
    added && {
      text: added.text,
      spec: readClusterSpecYaml(added.text).spec as ClusterSpec | undefined,
    }
  );
}

/** A wave without the cluster suggests nothing. */
function ofWave(
  { change, steps }: Wave,
  { cluster, operation }: ChangeValue,
  text: string,
): Suggestion | undefined {
  const { spec } = readClusterSpecYaml(text);
  const isMeant =
    operation === (change.what === 'images' ? 'images' : 'upgrade') &&
    steps.some(step => step.cluster === cluster);
  return spec && isMeant && !specReaches(spec as ClusterSpec, change)
    ? {
        spec: withTarget(spec as ClusterSpec, change),
        suggestedBy: `${change.what} ${change.to}`,
      }
    : undefined;
}

function ofDifferences(
  detail: ClusterDetail,
  { operation }: ChangeValue,
  text: string,
): Suggestion | undefined {
  const isDiffering = detail.row.differences?.some(
    ({ state }) => state === 'differs',
  );
  const taken =
    isDiffering && operation === 'edit'
      ? takeWhatRuns(text, whatRunsIn(detail))
      : undefined;
  return (
    taken && {
      spec: readClusterSpecYaml(taken.text).spec as ClusterSpec | undefined,
      text: taken.text,
      suggestedBy: taken.fields.join(', '),
    }
  );
}

function whatRunsIn({ row, view }: ClusterDetail): WhatRuns {
  const { kubernetes, karpenter, cilium } = row.versions;
  const nodeClasses = view?.karpenter.nodeClasses ?? [];
  return {
    versions: {
      kubernetes: kubernetes.observed,
      karpenter: karpenter.observed,
      cilium: cilium.observed,
    },
    imageReleases: nodeClasses.flatMap(({ amis }) =>
      amis.flatMap(({ releasedOn }) => releasedOn ?? []),
    ),
    nodeTags: nodeClasses.map(({ tags = {} }) => tags),
  };
}
