import { useMemo } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type Finding, subjectsOf } from '@clusterworks/plugin-clusters-common';
import { shortNames } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { FindingBody, useSubjectsText } from '../FindingDetails';
import { FoldButton } from '../FoldButton';
import { MutedMark } from '../Mute';
import { ObjectLink } from '../ObjectLink';
import { RelativeTime } from '../RelativeTime';
import { SeverityMark } from '../VerdictMark';
import { type FindingRow, findingRows } from './findingRows';
import styles from './FindingsTab.module.css';
import { useOpenFindings } from './useOpenFindings';

/** One line of the table: a finding, and the row that it stands in. */
type Line = { finding: Finding; row: FindingRow };

/** A consequence stands beneath the finding of its row. */
const isBeneath = ({ finding, row }: Line) => finding !== row.finding;

/** The sentence of a finding, and beneath that of a root what folds. */
function Sentence(props: {
  line: Line;
  isUnfolded: boolean;
  onToggleFold: () => void;
}) {
  const { line, isUnfolded, onToggleFold } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { title, mute } = line.finding;
  const { length: count } = line.row.consequences;
  return (
    <>
      {isBeneath(line) && (
        <VisuallyHidden>{t('findings.consequence')} </VisuallyHidden>
      )}
      {title}
      <MutedMark until={mute?.until} />
      {!isBeneath(line) && count > 0 && (
        <div className={styles.fold}>
          <FoldButton isOpen={isUnfolded} onToggle={onToggleFold}>
            {t('overview.consequences', { count })}
          </FoldButton>
        </div>
      )}
    </>
  );
}

/**
 * The findings of a cluster: roots, with their consequences folded beneath.
 * Each row opens to its details.
 */
export function FindingsTable(props: { findings: Finding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const open = useOpenFindings();
  const subjectsText = useSubjectsText();
  const lines = useMemo(() => findingRows(findings), [findings]).flatMap(
    (row): Line[] => [
      { finding: row.finding, row },
      ...(open.isUnfolded(row)
        ? row.consequences.map(finding => ({ finding, row }))
        : []),
    ],
  );
  const columns: DataColumn<Line>[] = [
    {
      id: 'severity',
      header: t('findings.severity'),
      inBlock: 'lead',
      render: ({ finding }) => <SeverityMark severity={finding.severity} />,
      signature: ({ finding }) => finding.severity,
    },
    {
      id: 'title',
      header: t('findings.sentence'),
      isRowHeader: true,
      wide: true,
      render: line => (
        <Sentence
          line={line}
          isUnfolded={open.isUnfolded(line.row)}
          onToggleFold={() => open.toggleFold(line.row)}
        />
      ),
      signature: ({ finding: { title, mute } }) => `${title} ${mute?.until}`,
    },
    {
      id: 'subject',
      header: t('findings.subject'),
      priority: 2,
      wraps: true,
      render: ({ finding }) => {
        const { listed, total } = subjectsOf(finding);
        const [{ kind, name }] = listed;
        const text = subjectsText(finding);
        return (
          <span title={text}>
            {total === 1 ? (
              <ObjectLink kind={kind} name={name} text={shortNames(text)} />
            ) : (
              shortNames(text)
            )}
          </span>
        );
      },
    },
    {
      id: 'since',
      header: t('findings.since'),
      align: 'end',
      render: ({ finding: { since } }) =>
        since ? <RelativeTime at={since} /> : '—',
    },
  ];
  return (
    <DataTable
      label={t('findings.title')}
      columns={columns}
      rows={lines}
      rowKey={({ finding }) => finding.id}
      levelOf={line => (isBeneath(line) ? 1 : 0)}
      details={{
        isOpen: ({ finding }) => open.isOpen(finding.id),
        onToggle: ({ finding, row }) => open.toggle(finding.id, row),
        label: ({ finding: { title } }) => t('findings.open', { title }),
        render: ({ finding }) => <FindingBody finding={finding} />,
      }}
    />
  );
}
