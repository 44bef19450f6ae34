import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { ShortName } from '../ShortName';
import type { Day } from './DayStrip';
import { stripSummary } from './stripRuns';

type NamedDay = { name: string; day: Day };

const SPANS = [
  'critical',
  'degraded',
  'unknown',
  'unrecorded',
  'healthy',
] as const;

/** The strips of many clusters in numbers. */
export function DayStripTable(props: { days: NamedDay[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration } = useFormat();
  const summaryOf = ({ day }: NamedDay) =>
    stripSummary(day.cells, day.cellMinutes);
  const columns: DataColumn<NamedDay>[] = [
    {
      id: 'name',
      header: t('fleet.columns.name'),
      isRowHeader: true,
      wraps: true,
      render: ({ name }) => <ShortName name={name} />,
    },
    ...SPANS.map(
      (span): DataColumn<NamedDay> => ({
        id: span,
        header:
          span === 'unrecorded' ? t('strip.unrecorded') : t(`verdict.${span}`),
        align: 'end',
        priority: span === 'critical' || span === 'degraded' ? 1 : 2,
        render: row => formatDuration(summaryOf(row).minutes[span] * 60_000),
      }),
    ),
    {
      id: 'pending',
      header: t('strip.pendingColumn'),
      align: 'end',
      render: row => summaryOf(row).mostPending ?? '—',
    },
  ];
  return (
    <DataTable
      label={t('strip.table')}
      columns={columns}
      rows={props.days}
      rowKey={({ name }) => name}
    />
  );
}
