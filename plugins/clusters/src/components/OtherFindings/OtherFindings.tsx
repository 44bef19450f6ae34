import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { FindingLink } from '../FindingLink';
import styles from './OtherFindings.module.css';

const OTHERS_SHOWN = 3;

/** How many findings there are beside the first, and the worst of them. */
export function OtherFindings(props: { findings: readonly Finding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (findings.length === 0) {
    return null;
  }
  return (
    <div>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('overview.otherFindings', { count: findings.length })}
      </Text>
      <ul className={styles.others}>
        {findings.slice(0, OTHERS_SHOWN).map(finding => (
          <li key={finding.id}>
            <FindingLink finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  );
}
