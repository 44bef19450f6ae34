import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Finding,
  subjectsOf,
  subjectText,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';

/** Says what a finding is about: its object, or the first and how many more. */
export function useSubjectsText(): (finding: Finding) => string {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  return finding => {
    const { listed, total } = subjectsOf(finding);
    const first = subjectText(listed[0]);
    return total === 1
      ? first
      : t('findings.subjectAndMore', {
          subject: first,
          more: formatNumber(total - 1),
        });
  };
}
