import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type Finding, subjectsOf } from '@clusterworks/plugin-clusters-common';
import { useUrlSet } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { FindingBody, useSubjectsText } from '../FindingDetails';
import { MutedMark } from '../Mute';
import { ObjectLink } from '../ObjectLink';
import { RelativeTime } from '../RelativeTime';
import { SeverityMark } from '../VerdictMark';

/** The findings of a cluster; each row opens to its details. */
export function FindingsTable(props: { findings: Finding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const open = useUrlSet('open');
  const subjectsText = useSubjectsText();
  const columns: DataColumn<Finding>[] = [
    {
      id: 'severity',
      header: t('findings.severity'),
      inBlock: 'lead',
      render: row => <SeverityMark severity={row.severity} />,
      signature: row => row.severity,
    },
    {
      id: 'title',
      header: t('findings.sentence'),
      isRowHeader: true,
      wide: true,
      render: row => (
        <>
          {row.title}
          <MutedMark until={row.mute?.until} />
        </>
      ),
      signature: row => `${row.title} ${row.mute?.until}`,
    },
    {
      id: 'subject',
      header: t('findings.subject'),
      priority: 2,
      wraps: true,
      render: row => {
        const { listed, total } = subjectsOf(row);
        const [{ kind, name }] = listed;
        return total === 1 ? (
          <ObjectLink kind={kind} name={name} text={subjectsText(row)} />
        ) : (
          subjectsText(row)
        );
      },
    },
    {
      id: 'since',
      header: t('findings.since'),
      align: 'end',
      render: row => (row.since ? <RelativeTime at={row.since} /> : '—'),
    },
  ];
  return (
    <DataTable
      label={t('findings.title')}
      columns={columns}
      rows={findings}
      rowKey={row => row.id}
      details={{
        isOpen: row => open.has(row.id),
        onToggle: row => open.toggle(row.id),
        label: row => t('findings.open', { title: row.title }),
        render: row => <FindingBody finding={row} all={findings} />,
      }}
    />
  );
}
