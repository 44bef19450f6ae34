import { parseEntityRef } from '@backstage/catalog-model';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { ClusterDocument } from '@clusterworks/plugin-clusters-common';

/**
 * A search in memory keeps one document per location, of all types together,
 * and the entity of a cluster has one at its page.
 */
const PART_OF_PAGE = '#health';

/** A cluster as a page of search results shows it, and finds it. */
export function searchDocumentOf(
  cluster: ClusterDocument,
): IndexableDocument & Pick<ClusterDocument, 'verdict'> {
  return {
    title: cluster.name,
    text: textOf(cluster),
    location: `${cluster.link}${PART_OF_PAGE}`,
    ...(cluster.verdict && { verdict: cluster.verdict }),
    authorization: { resourceRef: cluster.name },
  };
}

/** Sentences: how the cluster is, what it is, and what was found in it. */
function textOf(cluster: ClusterDocument): string {
  const { verdict = 'unknown', headline, findings } = cluster;
  const state = verdict.charAt(0).toLocaleUpperCase('en-US') + verdict.slice(1);
  return [
    `${state}: ${sentence(headline)}`,
    `Kubernetes cluster${placeOf(cluster)}.`,
    versionsOf(cluster),
    ...findings.filter(title => title !== headline).map(sentence),
  ]
    .filter(Boolean)
    .join(' ');
}

function placeOf(cluster: ClusterDocument): string {
  const { environment, region, owner, system, phase } = cluster;
  return [
    phase && phase !== 'running' && ` (${phase})`,
    environment && `, environment ${environment}`,
    region && `, region ${region}`,
    owner && `, owner ${nameOf(owner)}`,
    system && `, system ${nameOf(system)}`,
  ]
    .filter(Boolean)
    .join('');
}

function versionsOf({ versions }: ClusterDocument): string {
  const { kubernetes, karpenter, cilium } = versions;
  const known = [
    kubernetes && `Kubernetes ${kubernetes}`,
    karpenter && `Karpenter ${karpenter}`,
    cilium && `Cilium ${cilium}`,
  ].filter(Boolean);
  return known.length > 0 ? `${known.join(', ')}.` : '';
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef, { defaultKind: 'group' }).name;
  } catch {
    return entityRef;
  }
}
