import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StuckNodeView } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { RemedyList } from '../FindingDetails';
import { RelativeTime } from '../RelativeTime';
import { ObjectLink } from '../ObjectLink';
import styles from './CiliumTab.module.css';

/** Nodes whose network does not come up, each with the safe way out. */
export function StuckNodes(props: { stuck: StuckNodeView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <ul className={styles.stuck}>
      {props.stuck.map(({ node, what, since, text, remedy }) => (
        <li key={`${node} ${what}`}>
          <Text as="h4" variant="body-medium" weight="bold">
            <ObjectLink
              kind={what === 'nodeWithoutCiliumNode' ? 'Node' : 'CiliumNode'}
              name={node}
            />
            {since && (
              <>
                {' '}
                <RelativeTime at={since} words={duration => `(${duration})`} />
              </>
            )}
          </Text>
          <Text as="p">{text}</Text>
          {remedy.length > 0 && (
            <details className={styles.remedy}>
              <summary>{t('findings.remedy')}</summary>
              <RemedyList remedy={remedy} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
