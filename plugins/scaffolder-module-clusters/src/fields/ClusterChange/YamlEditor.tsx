import { useState } from 'react';
import { Text, TextAreaField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpecIssue,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import type { ChangeValue } from './ChangeValue';
import styles from './ClusterChange.module.css';

/** All of `cluster.yaml` as text, with its problems while typing. */
export function YamlEditor(props: {
  /** The text that the form began with. */
  text: string;
  value: ChangeValue;
  onChange: (value: ChangeValue) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const [text, setText] = useState(value.text ?? props.text);
  const [issues, setIssues] = useState<ClusterSpecIssue[]>(
    () => readClusterSpecYaml(text).issues,
  );
  const edit = (next: string) => {
    setText(next);
    const read = readClusterSpecYaml(next);
    setIssues(read.issues);
    onChange({ ...value, spec: read.spec, text: next });
  };
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
        onChange={edit}
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
