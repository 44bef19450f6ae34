import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceReport } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { CopyCommand } from '../CopyCommand';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import { clusterRoleYaml } from './clusterRoleYaml';
import styles from './FindingsTab.module.css';

function SourceTable(props: { sources: SourceReport[]; label: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <DataTable
      label={props.label}
      columns={[
        {
          id: 'source',
          header: t('findings.source'),
          isRowHeader: true,
          render: row => row.kind ?? row.name,
        },
        {
          id: 'state',
          header: t('findings.sourceState'),
          render: row => t(`findings.sourceStates.${row.state}`),
          signature: row => row.state,
        },
        {
          id: 'reason',
          header: t('findings.reason'),
          wide: true,
          render: row => row.reason ?? '',
        },
      ]}
      rows={props.sources}
      rowKey={row => row.name}
    />
  );
}

/**
 * Which kinds of objects could not be read, why, and what allows to read them;
 * those that were read are folded.
 */
export function SourcesSection(props: { sources: SourceReport[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const bad = props.sources.filter(({ state }) => state !== 'ok');
  const good = props.sources.filter(({ state }) => state === 'ok');
  const rules = bad.flatMap(({ missingRule }) => missingRule ?? []);
  return (
    <Section title={t('findings.sources')}>
      {bad.length > 0 && (
        <SourceTable sources={bad} label={t('findings.sources')} />
      )}
      {rules.length > 0 && (
        <div className={styles.rules}>
          <Text as="p">{t('findings.missingRules')}</Text>
          <CopyCommand command={clusterRoleYaml(rules)} />
        </div>
      )}
      {good.length > 0 && (
        <AsTable title={t('findings.readSources', { count: good.length })}>
          {() => (
            <SourceTable
              sources={good}
              label={t('findings.readSources', { count: good.length })}
            />
          )}
        </AsTable>
      )}
    </Section>
  );
}
