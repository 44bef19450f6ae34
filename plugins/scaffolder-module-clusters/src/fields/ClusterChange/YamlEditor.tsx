import { useMemo } from 'react';
import { Text, TextAreaField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import type { ChangeValue } from './ChangeValue';
import styles from './ClusterChange.module.css';

/** All of `cluster.yaml` as text, with its problems while typing. */
export function YamlEditor(props: {
  text: string;
  value: ChangeValue;
  onChange: (value: ChangeValue) => void;
}) {
  const { text, value, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { issues } = useMemo(() => readClusterSpecYaml(text), [text]);
  return (
    <div className={styles.yaml}>
      <TextAreaField
        label={t('change.yaml')}
        description={t('change.yamlHint')}
        rows={24}
        value={text}
        isInvalid={issues.length > 0}
        validationBehavior="aria"
        spellCheck="false"
        onChange={next =>
          onChange({
            ...value,
            spec: readClusterSpecYaml(next).spec,
            text: next,
          })
        }
      />
      <ul className={styles.issues} aria-live="polite">
        {issues.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <Text variant="body-small" color="danger">
              {path ? `${path}: ${message}` : message}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
