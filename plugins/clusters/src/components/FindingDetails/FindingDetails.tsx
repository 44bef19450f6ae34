import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Evidence,
  type Finding,
  type Remedy,
  remedySteps,
  subjectsOf,
  subjectText,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { CopyCommand } from '../CopyCommand';
import { DataTable } from '../DataTable';
import { FindingLink } from '../FindingLink';
import { ObjectLink } from '../ObjectLink';
import styles from './FindingDetails.module.css';

/** What to do, in order, with commands that can be copied. */
export function RemedyList(props: { remedy: Remedy[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  if (props.remedy.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('overview.noRemedy')}
      </Text>
    );
  }
  return (
    <ol className={styles.steps}>
      {remedySteps(props.remedy).map(({ text, commands }) => (
        <li key={`${text} ${commands[0]}`}>
          <Text as="p">{text}</Text>
          {commands.map(command => (
            <CopyCommand key={command} command={command} />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** The fields that support a finding, as they were read. */
export function EvidenceTable(props: { evidence: Evidence[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <DataTable
      label={t('findings.evidence')}
      columns={[
        {
          id: 'object',
          header: t('findings.object'),
          isRowHeader: true,
          wraps: true,
          render: row => {
            // `NodePool/general`; objects in namespaces have no drawer.
            const [kind, name = '', ...rest] = row.object.split('/');
            return rest.length > 0 ? (
              row.object
            ) : (
              <ObjectLink kind={kind} name={name} text={row.object} />
            );
          },
        },
        {
          id: 'path',
          header: t('findings.path'),
          wraps: true,
          render: row => <code className={styles.code}>{row.path}</code>,
        },
        {
          id: 'value',
          header: t('findings.value'),
          wide: true,
          render: row => <code className={styles.code}>{row.value}</code>,
        },
      ]}
      rows={props.evidence}
      rowKey={row => `${row.object} ${row.path}`}
    />
  );
}

/** Pages of the host that help with a finding, for example runbooks. */
export function HelpLinks(props: { finding: Finding }) {
  const { links = [] } = props.finding;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (links.length === 0) {
    return null;
  }
  return (
    <ul className={styles.links} aria-label={t('findings.links')}>
      {links.map(({ title, url }) => (
        <li key={`${title} ${url}`}>
          <Link variant="body-small" href={url} target="_blank" rel="noopener">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** All objects of a finding that is about several. */
export function SubjectList(props: { finding: Finding }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const { listed, total } = subjectsOf(props.finding);
  const left = total - listed.length;
  return (
    <ul className={styles.plain}>
      {listed.map(subject => (
        <li key={subjectText(subject)}>
          <ObjectLink
            kind={subject.kind}
            name={subject.name}
            text={subjectText(subject)}
          />
        </li>
      ))}
      {left > 0 && (
        <li>{t('findings.moreSubjects', { more: formatNumber(left) })}</li>
      )}
    </ul>
  );
}

/** What follows from a finding and is cured with it. */
export function ConsequenceList(props: { findings: Finding[] }) {
  return (
    <ul className={styles.plain}>
      {props.findings.map(finding => (
        <li key={finding.id}>
          <FindingLink finding={finding} />
        </li>
      ))}
    </ul>
  );
}
