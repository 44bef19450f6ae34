import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Assessment } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { ClusterPanel, ConnectionStateNotice } from '../ClusterPanel';
import { GoneFindings } from '../FindingHistory';
import { MuteSection } from '../Mute';
import { Section } from '../Section';
import { ChecksSection } from './ChecksSection';
import { FindingsTable } from './FindingsTable';
import { SourcesSection } from './SourcesSection';

function FindingsList(props: { assessment: Assessment }) {
  const { findings, checks } = props.assessment;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (findings.length > 0) {
    return <FindingsTable findings={findings} />;
  }
  const hasUnknown = checks.some(check => check.state === 'unknown');
  return (
    <Text as="p">
      {t(hasUnknown ? 'findings.noneUnknown' : 'findings.none')}
    </Text>
  );
}

/** The findings of a cluster, and the sources that could not be read. */
export function FindingsTab() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <ClusterPanel>
      {({ row, assessment, view }) => (
        <>
          <ConnectionStateNotice detail={{ row, assessment, view }} />
          {assessment && (
            <>
              <Section
                title={t('findings.title')}
                aside={
                  <AgeChip
                    connection={row.connection}
                    observedAt={row.observedAt}
                  />
                }
              >
                <FindingsList assessment={assessment} />
              </Section>
              <MuteSection cluster={row.name} />
              <GoneFindings cluster={row.name} findings={assessment.findings} />
              <SourcesSection sources={assessment.sources} />
              <ChecksSection checks={assessment.checks} />
            </>
          )}
        </>
      )}
    </ClusterPanel>
  );
}
