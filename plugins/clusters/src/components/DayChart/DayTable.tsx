import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { MergeLinks } from '../MergeLinks';
import type { DayCells } from './dayCells';
import { useDayWords } from './useDayWords';

/** The day in numbers, the newest first; without times of which none is known. */
export function DayTable(props: { day: DayCells }) {
  const { cells, series } = props.day;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatTime } = useFormat();
  const print = (value: number | undefined) =>
    value === undefined ? '—' : formatNumber(value);
  const { changesOf, marksOf, poolsOf, verdictOf } = useDayWords(series);
  return (
    <>
      <DataTable
        label={t('day.table')}
        columns={[
          {
            id: 'at',
            header: t('day.time'),
            isRowHeader: true,
            render: ({ at }) => formatTime(at),
          },
          { id: 'verdict', header: t('day.verdict'), render: verdictOf },
          {
            id: 'nodes',
            header: t('day.nodes'),
            align: 'end',
            render: ({ nodes }) => print(nodes),
          },
          {
            id: 'pools',
            header: '',
            priority: 2,
            wide: true,
            render: poolsOf,
          },
          {
            id: 'pending',
            header: t('day.pending'),
            align: 'end',
            render: ({ podsPending }) => print(podsPending),
          },
          {
            id: 'changes',
            header: t('day.changes'),
            priority: 2,
            render: changesOf,
          },
          {
            id: 'marks',
            header: t('day.marks'),
            priority: 2,
            wraps: true,
            render: cell => (
              <>
                {cell.merges.map(merge => (
                  <div key={merge.number}>
                    <MergeLinks merge={merge} />
                  </div>
                ))}
                {marksOf(cell)}
              </>
            ),
          },
          {
            id: 'room',
            header: t('day.room'),
            align: 'end',
            priority: 3,
            render: ({ roomAddresses }) => print(roomAddresses),
          },
        ]}
        rows={cells
          .filter(({ verdict, merges }) => verdict || merges.length > 0)
          .reverse()}
        rowKey={({ at }) => String(at)}
      />
      <Text as="p" variant="body-small" color="secondary">
        {t('day.changesNote')}
      </Text>
    </>
  );
}
