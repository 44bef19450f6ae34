import {
  NumberField,
  Select,
  Switch,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { fromYamlText, toYamlText } from '@clusterworks/plugin-clusters-spec';
import { useState } from 'react';
import { clusterFormTranslationRef } from '../../translation';
import type { FieldOfSpec } from './topicsOfSpec';
import styles from './SpecFields.module.css';

/** What a control of one value works with. */
export interface SpecFieldProps {
  field: FieldOfSpec;
  label: string;
  value: unknown;
  /** What holds without a value. */
  fallback: unknown;
  problems: readonly string[];
  onChange(value: unknown): void;
}

function shownText(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  if (Object.keys(value).length === 0) {
    return '';
  }
  const isWords =
    Array.isArray(value) && value.every(each => typeof each !== 'object');
  return isWords ? value.join(' ') : toYamlText(value);
}

function readWords(kind: FieldOfSpec['kind'], text: string): unknown {
  const words = text.split(/[\s,]+/).filter(Boolean);
  if (words.length === 0) {
    return undefined;
  }
  return kind === 'numberOrWords' && /^\d+$/.test(words.join(''))
    ? Number(words.join(''))
    : words;
}

/** The text as typed, as long as the value is what is read from it. */
function TypedField(props: SpecFieldProps & { description?: string }) {
  const { field, label, value, fallback, problems, onChange } = props;
  const isYaml = field.kind === 'yaml';
  const [typed, setTyped] = useState<string>();
  const read = (next: string) => {
    if (isYaml) {
      return fromYamlText(next);
    }
    return field.kind === 'text'
      ? next.trim() || undefined
      : readWords(field.kind, next);
  };
  // The value may be changed elsewhere: as text, or by another preset.
  const isTyped =
    typed !== undefined &&
    JSON.stringify(read(typed)) === JSON.stringify(value);
  const written = isYaml ? toYamlText(value) : shownText(value);
  const text = isTyped ? typed : written;
  const common = {
    ...{ label, value: text, description: props.description },
    isInvalid: problems.length > 0,
    placeholder: isYaml ? undefined : shownText(fallback) || undefined,
    validationBehavior: 'aria' as const,
    onChange: (next: string) => {
      setTyped(next);
      onChange(read(next));
    },
  };
  return isYaml ? (
    <TextAreaField {...common} rows={3} spellCheck="false" />
  ) : (
    <TextField {...common} autoComplete="off" />
  );
}

function Control(props: SpecFieldProps) {
  const { field, label, value, fallback, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const byDefault = shownText(fallback);
  const description = byDefault
    ? t('options.byDefault', { value: byDefault })
    : undefined;
  if (field.kind === 'switch') {
    return (
      <Switch
        label={label}
        isSelected={Boolean(value ?? fallback)}
        onChange={onChange}
      />
    );
  }
  if (field.kind === 'number') {
    return (
      <NumberField
        {...{ label, description }}
        value={typeof value === 'number' ? value : Number.NaN}
        onChange={next => onChange(Number.isNaN(next) ? undefined : next)}
      />
    );
  }
  if (field.kind === 'text' && field.choices) {
    return (
      <Select
        {...{ label, description }}
        value={typeof value === 'string' ? value : shownText(fallback) || null}
        options={field.choices.map(choice => ({
          ...{ value: choice, label: choice },
        }))}
        onChange={key => onChange(String(key))}
      />
    );
  }
  const hint = field.choices
    ? t('options.oneOf', { values: field.choices.join(' ') })
    : undefined;
  return (
    <TypedField
      {...props}
      description={[description, hint].filter(Boolean).join(' ') || undefined}
    />
  );
}

/** The control of one value of the spec, with its problems. */
export function SpecField(props: SpecFieldProps) {
  return (
    <div className={styles.field}>
      <Control {...props} />
      {props.problems.map(problem => (
        <Text key={problem} as="p" variant="body-small" color="danger">
          {problem}
        </Text>
      ))}
    </div>
  );
}
