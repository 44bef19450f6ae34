import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import type { ReasonWeek, WeekSpan } from './poolWeek';

/** A step of a strip, and whose it is. */
type Line = WeekSpan & { pool: string; reasons: string };

/** The steps of the strips in numbers. */
export function WeekTable(props: {
  pools: readonly { name: string; weeks: readonly ReasonWeek[] }[];
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatTime } = useFormat();
  const lines = props.pools.flatMap(({ name, weeks }) =>
    weeks.flatMap(({ reasons, spans }) =>
      spans.map(
        (span): Line => ({
          ...span,
          ...{ pool: name, reasons: reasons.join(', ') },
        }),
      ),
    ),
  );
  return (
    <DataTable
      label={t('disruption.table')}
      columns={[
        {
          id: 'pool',
          header: t('karpenter.columns.name'),
          isRowHeader: true,
          wraps: true,
          render: ({ pool }) => pool,
        },
        {
          id: 'reasons',
          header: t('disruption.reasons'),
          wraps: true,
          render: ({ reasons }) => reasons,
        },
        {
          id: 'from',
          header: t('disruption.from'),
          render: ({ from }) => formatTime(from),
        },
        {
          id: 'until',
          header: t('disruption.until'),
          render: ({ until }) => formatTime(until),
        },
        {
          id: 'nodes',
          header: t('disruption.nodes'),
          align: 'end',
          render: ({ nodes }) => formatNumber(nodes),
        },
      ]}
      rows={lines}
      rowKey={({ pool, reasons, from }) => `${pool} ${reasons} ${from}`}
    />
  );
}
