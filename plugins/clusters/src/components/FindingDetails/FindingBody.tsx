import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  consequencesOf,
  type Finding,
  subjectsOf,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { ChangeForFinding } from '../ChangeMenu';
import {
  ConsequenceList,
  EvidenceTable,
  HelpLinks,
  RemedyList,
  SubjectList,
} from './FindingDetails';
import { FindingHistory } from '../FindingHistory';
import { MuteControl } from '../Mute';
import styles from './FindingDetails.module.css';

/** What to do about a finding, its objects, evidence and consequences. */
export function FindingBody(props: {
  finding: Finding;
  /** Absent where consequences stand beneath the finding anyway. */
  all?: Finding[];
}) {
  const { finding, all = [] } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const consequences = consequencesOf(finding, all);
  return (
    <div className={styles.body}>
      <section>
        <Text as="h4" weight="bold">
          {t('findings.remedy')}
        </Text>
        <RemedyList remedy={finding.remedy} />
        <ChangeForFinding finding={finding} />
        <HelpLinks finding={finding} />
        <MuteControl finding={finding} />
      </section>
      {subjectsOf(finding).total > 1 && (
        <section>
          <Text as="h4" weight="bold">
            {t('findings.subjects', { count: subjectsOf(finding).total })}
          </Text>
          <SubjectList finding={finding} />
        </section>
      )}
      {finding.evidence.length > 0 && (
        <section>
          <Text as="h4" weight="bold">
            {t('findings.evidence')}
          </Text>
          <EvidenceTable evidence={finding.evidence} />
        </section>
      )}
      {consequences.length > 0 && (
        <section>
          <Text as="h4" weight="bold">
            {t('findings.consequences')}
          </Text>
          <ConsequenceList findings={consequences} />
        </section>
      )}
      <FindingHistory finding={finding.id} />
      <Text as="p" variant="body-small" color="secondary">
        {t('findings.rule', { code: finding.code })} · {finding.rule}
      </Text>
    </div>
  );
}
