import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Mapping } from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { labelKeyOf } from './labelKeyOf';
import { type Problem, problemsAt } from './problemsAt';
import { SpecField } from './SpecField';
import type { FieldOfSpec } from './topicsOfSpec';
import { valueAt, withValueAt } from './valueAt';
import styles from './SpecFields.module.css';

/** One control for each of these values of a spec. */
export function SpecFields(props: {
  fields: readonly FieldOfSpec[];
  value: Mapping;
  /** What holds where there is no value. */
  fallback: unknown;
  issues: readonly Problem[];
  /** Path of `value` in the spec, as issues name it. */
  root: string;
  onChange(value: Mapping): void;
}) {
  const { fields, value, fallback, issues, root, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <div className={styles.fields}>
      {fields.map(field => (
        <SpecField
          key={field.path}
          field={field}
          label={t(labelKeyOf(field.path))}
          value={valueAt(value, field.path)}
          fallback={valueAt(fallback, field.path)}
          problems={problemsAt(
            issues,
            root ? `${root}.${field.path}` : field.path,
          )}
          onChange={next => onChange(withValueAt(value, field.path, next))}
        />
      ))}
    </div>
  );
}
