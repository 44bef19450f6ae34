import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Assessment,
  type Check,
  remedySteps,
} from '@clusterworks/plugin-clusters-common';
import { shortNames, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { ObjectLink } from '../ObjectLink';
import { OtherFindings } from '../OtherFindings';
import { ProblemSentence } from '../ProblemSentence';
import { SeverityMark } from '../VerdictMark';
import { type Area, areaOf } from './areaOf';
import styles from './AreaSentence.module.css';

const NAMES: Record<Area, string> = {
  karpenter: 'Karpenter',
  cilium: 'Cilium',
};

/** Says no more than the checks do. */
function NothingFound(props: { area: Area; checks: readonly Check[] }) {
  const { area, checks } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const numberOf = (state: Check['state']) =>
    checks.filter(check => check.state === state).length;
  const unknown = numberOf('unknown');
  return (
    <>
      <Text as="h3" variant="title-x-small">
        {NAMES[area]}:{' '}
        {t(unknown > 0 ? 'findings.noneUnknown' : 'findings.none')}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('overview.checks')}:{' '}
        {t('overview.checksSummary', {
          passed: formatNumber(numberOf('pass')),
          fired: formatNumber(numberOf('fired')),
          unknown: formatNumber(unknown),
        })}
      </Text>
    </>
  );
}

/**
 * What is wrong first in one part of a cluster, since when, and what to do; the
 * words are those of the finding. Nothing where no check applies.
 */
export function AreaSentence(props: {
  area: Area;
  assessment: Assessment | undefined;
}) {
  const { area, assessment } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (!assessment) {
    return null;
  }
  const { leading, others, checks } = areaOf(assessment, area);
  if (!leading && others.length === 0 && checks.length === 0) {
    return null;
  }
  const [step] = leading ? remedySteps(leading.remedy) : [];
  return (
    <div className={styles.area}>
      {leading ? (
        <ProblemSentence
          mark={<SeverityMark severity={leading.severity} />}
          since={leading.since}
          mutedUntil={leading.mute?.until}
        >
          <span title={leading.title}>
            <ObjectLink
              kind="Finding"
              name={leading.id}
              text={shortNames(leading.title)}
            />
          </span>
        </ProblemSentence>
      ) : (
        <NothingFound area={area} checks={checks} />
      )}
      {step && (
        <Text as="p">
          {t('overview.do')}: {step.text}
        </Text>
      )}
      <OtherFindings findings={others} />
    </div>
  );
}
