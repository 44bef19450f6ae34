import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FleetRow,
  SpecDifference,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { ChangeForDifferences } from '../ChangeMenu';
import { DataTable } from '../DataTable';
import { Section } from '../Section';

/** Where the cluster is not as git wants it, or where that is not known. */
export function SpecDifferences(props: { row: Pick<FleetRow, 'differences'> }) {
  const { differences = [] } = props.row;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (differences.length === 0) {
    return null;
  }
  const seenText = ({ seen }: SpecDifference) =>
    seen ?? t('overview.differences.unknown');
  return (
    <Section title={t('overview.differences.title')}>
      <DataTable
        label={t('overview.differences.table')}
        columns={[
          {
            id: 'part',
            header: t('overview.differences.part'),
            isRowHeader: true,
            render: row => t(`overview.differences.parts.${row.part}`),
          },
          {
            id: 'wanted',
            header: t('overview.differences.wanted'),
            wraps: true,
            render: row => row.wanted ?? '—',
          },
          {
            id: 'seen',
            header: t('overview.differences.seen'),
            wraps: true,
            render: seenText,
            signature: seenText,
          },
        ]}
        rows={differences}
        rowKey={row => row.part}
      />
      <Text as="p" variant="body-small" color="secondary">
        {t('overview.differences.mend')}
      </Text>
      <div>
        <ChangeForDifferences differences={differences} />
      </div>
    </Section>
  );
}
