import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import { plain } from './plain';
import { textTable } from './textTable';

/** The ranges of the fleet as tables for a terminal. */
export function ledgerText({ ranges, unknown, free }: LedgerResponse): string {
  const taken = textTable(
    ['RANGE', 'KIND', 'CLUSTER', 'OWNER', 'ENVIRONMENT', 'REGION', 'OVERLAPS'],
    ranges.map(range => [
      range.cidr,
      range.kind,
      range.cluster,
      range.owner ?? '',
      range.environment ?? '',
      range.region ?? '',
      overlapsOf(range),
    ]),
  );
  const head = {
    exact: 'Free:',
    atMost: 'Not known to be taken',
    unknown: 'What is free is not known',
  }[free.certainty];
  const blocks = free.blocks.map(({ cidr }) => cidr).join(', ');
  return [
    ...(ranges.length > 0 ? [taken] : ['No ranges\n']),
    ...unknown.map(
      ({ cluster, reason }) =>
        `Not known: ${plain(cluster)} (${plain(reason)})`,
    ),
    `${head}${free.reason ? ` (${plain(free.reason)}):` : ''} ${blocks}`,
    '',
  ].join('\n');
}

function overlapsOf({
  overlaps,
  overlapsTotal,
}: LedgerResponse['ranges'][number]): string {
  const listed = overlaps.map(
    ({ cluster, cidr, mayBeSameVpc }) =>
      `${cluster} ${cidr}${mayBeSameVpc ? ' (may be the same VPC)' : ''}`,
  );
  const more = overlapsTotal - overlaps.length;
  return [...listed, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}
