import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { ObjectLink } from '../ObjectLink';
import type { Deadline } from './deadlinesOf';

/** The nodes that expire this week, by pool. */
export function DeadlineTable(props: {
  pools: readonly { name: string; deadlines: readonly Deadline[] }[];
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const lines = props.pools.flatMap(({ name, deadlines }) =>
    deadlines.map(deadline => ({ pool: name, ...deadline })),
  );
  return lines.length === 0 ? null : (
    <DataTable
      label={t('disruption.expiringTable')}
      columns={[
        {
          id: 'node',
          header: t('nodes.columns.name'),
          isRowHeader: true,
          wraps: true,
          render: ({ node, claim }) =>
            node ? (
              <ObjectLink kind="Node" name={node} />
            ) : (
              <ObjectLink kind="NodeClaim" name={claim} />
            ),
        },
        {
          id: 'pool',
          header: t('karpenter.columns.name'),
          wraps: true,
          render: ({ pool }) => <ObjectLink kind="NodePool" name={pool} />,
        },
        {
          id: 'at',
          header: t('disruption.expires'),
          render: ({ at }) => formatTime(at),
        },
      ]}
      rows={lines}
      rowKey={({ claim }) => claim}
    />
  );
}
