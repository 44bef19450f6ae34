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
} from '@clusterworks/plugin-clusters-spec';
import { RiDeleteBinLine } from '@remixicon/react';
import { clusterFormTranslationRef } from '../../translation';
import { PoolOutlook } from '../PoolOutlook';
import { type Problem, problemsAt } from '../SpecFields';
import { capacityOrder } from './capacityOrder';
import { MoreFields } from './MoreFields';
import { withPreset } from './withPreset';
import { WordsField } from './WordsField';
import styles from './ClusterNodePools.module.css';

type Preset = NodePoolFormValues['preset'];

type PoolEditorProps = {
  pool: NodePoolFormValues;
  number: number;
  /** By field of the pool. */
  issues: readonly Problem[];
  /** What its NodePools may launch; absent while the pools have problems. */
  outlooks?: readonly LaunchOutlook[];
  onChange: (pool: NodePoolFormValues) => void;
  onRemove?: () => void;
};

function Problems(props: { issues: readonly Problem[]; field: string }) {
  return (
    <>
      {problemsAt(props.issues, props.field).map(message => (
        <Text key={message} as="p" variant="body-small" color="danger">
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
            isInvalid={problemsAt(issues, field).length > 0}
            validationBehavior="aria"
            onChange={value =>
              onChange({ ...pool, [field]: value || undefined })
            }
          />
          <Problems issues={issues} field={field} />
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
          <Problems issues={issues} field="instanceCategories" />
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
          <Problems issues={issues} field="instanceFamilies" />
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
      <Problems issues={issues} field="capacityTypes" />
      {chosen.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t(`pools.order.${capacityOrder(chosen, prefersOnDemand)}`)}
        </Text>
      )}
    </div>
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
          <Problems issues={issues} field="preset" />
        </div>
        <div className={styles.cell}>
          <TextField
            label={t('pools.name')}
            placeholder={pool.preset}
            value={pool.name ?? ''}
            isInvalid={problemsAt(issues, 'name').length > 0}
            validationBehavior="aria"
            onChange={value => onChange({ ...pool, name: value || undefined })}
          />
          <Problems issues={issues} field="name" />
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
      <MoreFields {...{ pool, issues, onChange }} />
      {outlooks && (
        <PoolOutlook
          outlooks={outlooks.filter(({ origin }) => origin === name)}
        />
      )}
    </div>
  );
}
