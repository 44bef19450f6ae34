import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  consequencesOf,
  type Assessment,
  type Finding,
  subjectsOf,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { ChangeForFinding } from '../ChangeMenu';
import {
  ConsequenceList,
  EvidenceTable,
  HelpLinks,
  RemedyList,
  SubjectList,
  useSubjectsText,
} from '../FindingDetails';
import { MuteControl } from '../Mute';
import styles from './ClusterOverview.module.css';

function WhySure(props: { finding: Finding; assessment: Assessment }) {
  const { finding, assessment } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const subjectsText = useSubjectsText();
  const unread = assessment.sources
    .filter(source => source.state !== 'ok')
    .map(
      source =>
        `${source.name} (${t(`findings.sourceStates.${source.state}`)})`,
    );
  return (
    <>
      <Text as="p">
        {t('overview.sureRule', {
          code: finding.code,
          rule: finding.rule,
          subject: subjectsText(finding),
        })}
      </Text>
      <Text as="p">
        {t('overview.sureObserved', {
          time: formatTime(assessment.observedAt),
        })}{' '}
        {unread.length > 0
          ? t('overview.sureSources', { sources: unread.join(', ') })
          : t('overview.sureAllSources')}
      </Text>
    </>
  );
}

/**
 * What to do about the root finding, with its evidence in a part that opens.
 */
export function RootFinding(props: {
  finding: Finding;
  assessment: Assessment;
}) {
  const { finding, assessment } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const consequences = consequencesOf(finding, assessment.findings);
  const { total } = subjectsOf(finding);
  return (
    <div className={styles.root}>
      <div>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('overview.do')}
        </Text>
        <RemedyList remedy={finding.remedy} />
        <ChangeForFinding finding={finding} />
        <HelpLinks finding={finding} />
        <MuteControl finding={finding} />
      </div>
      <AccordionGroup allowsMultiple>
        {total > 1 && (
          <Accordion>
            <AccordionTrigger
              level={4}
              title={t('overview.subjects', { count: total })}
            />
            <AccordionPanel>
              <SubjectList finding={finding} />
            </AccordionPanel>
          </Accordion>
        )}
        {consequences.length > 0 && (
          <Accordion>
            <AccordionTrigger
              level={4}
              title={t('overview.consequences', { count: consequences.length })}
            />
            <AccordionPanel>
              <ConsequenceList findings={consequences} />
            </AccordionPanel>
          </Accordion>
        )}
        <Accordion>
          <AccordionTrigger
            level={4}
            title={t('overview.evidence', { count: finding.evidence.length })}
          />
          <AccordionPanel>
            <EvidenceTable evidence={finding.evidence} />
          </AccordionPanel>
        </Accordion>
        <Accordion>
          <AccordionTrigger level={4} title={t('overview.sure')} />
          <AccordionPanel>
            <WhySure finding={finding} assessment={assessment} />
          </AccordionPanel>
        </Accordion>
      </AccordionGroup>
    </div>
  );
}
