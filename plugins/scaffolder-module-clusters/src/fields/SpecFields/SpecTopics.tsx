import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterSpecIssue,
  Mapping,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import type { ReactNode } from 'react';
import { problemsAt } from './problemsAt';
import { SpecFields } from './SpecFields';
import { topicsOfSpec, type Topic } from './topicsOfSpec';
import { topicSummary } from './topicSummary';
import { valueAt } from './valueAt';
import styles from './SpecFields.module.css';

function hasProblem(
  { fields }: Topic,
  issues: readonly ClusterSpecIssue[],
): boolean {
  return fields.some(
    ({ path }) => problemsAt(issues, `spec.${path}`).length > 0,
  );
}

/**
 * Everything of the spec that is not asked for first, folded by topic. What
 * holds now is visible without opening one; a topic with a problem is open.
 */
export function SpecTopics(props: {
  /** The value of `spec`, or a part of it. */
  value: Mapping;
  /** What holds where there is no value. */
  fallback: unknown;
  issues: readonly ClusterSpecIssue[];
  onChange(value: Mapping): void;
  /** The editor of the node pools, where the topics have one. */
  children?: ReactNode;
}) {
  const { value, fallback, issues } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <div className={styles.topics}>
      {topicsOfSpec.map(topic => (
        <details
          key={topic.name}
          className={styles.topic}
          open={hasProblem(topic, issues) || undefined}
        >
          <summary className={styles.summary}>
            <Text variant="body-medium" weight="bold">
              {t(`options.topics.${topic.name}`)}
            </Text>
            <Text
              variant="body-small"
              color="secondary"
              className={styles.current}
            >
              {topicSummary(
                topic,
                path => valueAt(value, path) ?? valueAt(fallback, path),
              )}
            </Text>
          </summary>
          <SpecFields
            {...{ value, fallback, issues }}
            fields={topic.fields}
            root="spec"
            onChange={props.onChange}
          />
        </details>
      ))}
      {props.children && (
        <details className={styles.topic}>
          <summary className={styles.summary}>
            <Text variant="body-medium" weight="bold">
              {t('pools.label')}
            </Text>
          </summary>
          {props.children}
        </details>
      )}
    </div>
  );
}
