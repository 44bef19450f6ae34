import {
  ButtonIcon,
  Checkbox,
  CheckboxGroup,
  Select,
  Switch,
  Text,
  TextField,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type LaunchOutlook,
  nodePoolDefaults,
  nodePoolFormFields,
  nodePoolPresets,
  type NodePoolFormValues,
  resolveNodePool,
} from '@clusterworks/plugin-clusters-spec';
import { RiDeleteBinLine } from '@remixicon/react';
import { clusterFormTranslationRef } from '../../translation';
import { PoolOutlook } from '../PoolOutlook';
import { poolFields, SpecFields } from '../SpecFields';
import { capacityOrder } from './capacityOrder';
import { withPreset } from './withPreset';
import { WordsField } from './WordsField';
import styles from './ClusterNodePools.module.css';

type Preset = NodePoolFormValues['preset'];

type PoolEditorProps = {
  pool: NodePoolFormValues;
  number: number;
  /** Problems by field of the pool. */
  issues: Map<string, string>;
  /** What its NodePools may launch; absent while the pools have problems. */
  outlooks?: readonly LaunchOutlook[];
  onChange: (pool: NodePoolFormValues) => void;
  onRemove?: () => void;
};

function Problem(props: { issues: Map<string, string>; field: string }) {
  const matching = [...props.issues].filter(
    ([field]) => field === props.field || field.startsWith(`${props.field}[`),
  );
  return (
    <>
      {matching.map(([field, message]) => (
        <Text key={field} as="p" variant="body-small" color="danger">
          {message}
        </Text>
      ))}
    </>
  );
}

function LimitFields(props: PoolEditorProps) {
  const { pool, issues, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const defaults: Record<string, string> = nodePoolDefaults[pool.preset].limits;
  const limits = [
    ...(['cpuLimit', 'memoryLimit'] as const),
    ...(pool.preset === 'gpu' ? (['gpuLimit'] as const) : []),
  ];
  return (
    <div className={styles.row}>
      {limits.map(field => (
        <div key={field} className={styles.cell}>
          <TextField
            label={t(`pools.${field}`)}
            placeholder={defaults[nodePoolFormFields[field][1]]}
            value={pool[field] ?? ''}
            isInvalid={issues.has(field)}
            validationBehavior="aria"
            onChange={value =>
              onChange({ ...pool, [field]: value || undefined })
            }
          />
          <Problem issues={issues} field={field} />
        </div>
      ))}
    </div>
  );
}

function InstanceFields(props: PoolEditorProps) {
  const { pool, issues, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const defaults = nodePoolDefaults[pool.preset];
  const categories =
    'instanceCategories' in defaults ? defaults.instanceCategories : [];
  const families =
    'instanceFamilies' in defaults ? defaults.instanceFamilies : [];
  return (
    <div className={styles.row}>
      {pool.preset !== 'gpu' && (
        <div className={styles.cell}>
          <WordsField
            label={t('pools.categories')}
            description={t('pools.categoriesHint')}
            placeholder={categories.join(' ')}
            words={pool.instanceCategories}
            onChange={instanceCategories =>
              onChange({ ...pool, instanceCategories })
            }
          />
          <Problem issues={issues} field="instanceCategories" />
        </div>
      )}
      {pool.preset !== 'general' && (
        <div className={styles.cell}>
          <WordsField
            label={t('pools.families')}
            description={t('pools.familiesHint')}
            placeholder={families.join(' ')}
            words={pool.instanceFamilies}
            onChange={instanceFamilies =>
              onChange({ ...pool, instanceFamilies })
            }
          />
          <Problem issues={issues} field="instanceFamilies" />
        </div>
      )}
    </div>
  );
}

function CapacityFields(props: PoolEditorProps) {
  const { pool, issues, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const chosen = pool.capacityTypes ?? [
    ...nodePoolDefaults[pool.preset].capacityTypes,
  ];
  const prefersOnDemand = pool.preferOnDemand ?? pool.preset === 'gpu';
  return (
    <div className={styles.capacity}>
      <CheckboxGroup
        label={t('pools.capacity')}
        orientation="horizontal"
        value={chosen}
        onChange={values =>
          onChange({
            ...pool,
            capacityTypes: (['spot', 'on-demand'] as const).filter(type =>
              values.includes(type),
            ),
          })
        }
      >
        <Checkbox value="spot">{t('pools.spot')}</Checkbox>
        <Checkbox value="on-demand">{t('pools.onDemand')}</Checkbox>
      </CheckboxGroup>
      {chosen.length === 2 && (
        <Switch
          label={t('pools.preferOnDemand')}
          isSelected={prefersOnDemand}
          onChange={preferOnDemand => onChange({ ...pool, preferOnDemand })}
        />
      )}
      <Problem issues={issues} field="capacityTypes" />
      {chosen.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t(`pools.order.${capacityOrder(chosen, prefersOnDemand)}`)}
        </Text>
      )}
    </div>
  );
}

/** Everything else of a pool, folded; open where something must be corrected. */
function MoreFields({ pool, issues, onChange }: PoolEditorProps) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const problems = [...issues].map(([field, message]) => ({
    ...{ path: `pool.${field}`, message },
  }));
  const hasProblem = problems.some(({ path }) =>
    poolFields.some(field => path.startsWith(`pool.${field.path}`)),
  );
  return (
    <details open={hasProblem || undefined}>
      <summary>
        <Text variant="body-small">{t('options.poolMore')}</Text>
      </summary>
      <SpecFields
        fields={poolFields}
        value={pool}
        fallback={resolveNodePool({ name: 'any', preset: pool.preset })}
        issues={problems}
        root="pool"
        onChange={next => onChange(next as NodePoolFormValues)}
      />
    </details>
  );
}

/** One node pool of the form. */
export function PoolEditor(props: PoolEditorProps) {
  const { pool, number, issues, outlooks, onChange, onRemove } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const name = pool.name ?? pool.preset;
  return (
    <div
      className={styles.pool}
      role="group"
      aria-label={t('pools.pool', { number: String(number) })}
    >
      <div className={styles.row}>
        <div className={styles.cell}>
          <Select
            label={t('pools.preset')}
            value={pool.preset}
            onChange={preset => onChange(withPreset(pool, preset as Preset))}
            options={nodePoolPresets.map(preset => ({
              value: preset,
              label: t(`pools.presets.${preset}`),
            }))}
          />
          <Problem issues={issues} field="preset" />
        </div>
        <div className={styles.cell}>
          <TextField
            label={t('pools.name')}
            placeholder={pool.preset}
            value={pool.name ?? ''}
            isInvalid={issues.has('name')}
            validationBehavior="aria"
            onChange={value => onChange({ ...pool, name: value || undefined })}
          />
          <Problem issues={issues} field="name" />
        </div>
        {onRemove && (
          <ButtonIcon
            variant="tertiary"
            aria-label={t('pools.remove', { name })}
            icon={<RiDeleteBinLine size={16} />}
            onPress={onRemove}
          />
        )}
      </div>
      <LimitFields {...props} />
      <InstanceFields {...props} />
      <CapacityFields {...props} />
      <MoreFields {...props} />
      {outlooks && (
        <PoolOutlook
          outlooks={outlooks.filter(({ origin }) => origin === name)}
        />
      )}
    </div>
  );
}
