import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ChangePreviewResponse } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterChangeReview.module.css';

function valueText(value: unknown): string {
  if (value === undefined) {
    return '—';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Each field that differs, as it is and as it would be. */
export function FieldChanges(props: {
  fields: ChangePreviewResponse['fields'];
}) {
  const { fields } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  if (fields.length === 0) {
    return <Text as="p">{t('review.nothing')}</Text>;
  }
  return (
    <table className={styles.fields} aria-label={t('review.fields')}>
      <thead>
        <tr>
          <th scope="col">{t('review.field')}</th>
          <th scope="col">{t('review.before')}</th>
          <th scope="col">{t('review.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">
              <code>{path}</code>
            </th>
            <td>{valueText(before)}</td>
            <td>{valueText(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
