import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import { useUrlState } from '../../hooks/useUrlState';
import {
  NODE_GROUPS,
  NODE_SIZES,
  type NodeGroup,
  type NodeSize,
} from './nodeGroups';
import { NODE_SHADES, type NodeShade } from './nodeShade';
import styles from './NodeMap.module.css';

function useChoice<T extends string>(
  name: string,
  values: readonly T[],
): [T, (value: string) => void] {
  const [text, setText] = useUrlState(name);
  return [values.find(value => value === text) ?? values[0], setText];
}

/** How the map of nodes is drawn, which is in the URL. */
export function useNodeMapChoices() {
  const [group, setGroup] = useChoice<NodeGroup>('nodes', NODE_GROUPS);
  const [size, setSize] = useChoice<NodeSize>('size', NODE_SIZES);
  const [shade, setShade] = useChoice<NodeShade>('shade', NODE_SHADES);
  return { group, setGroup, size, setSize, shade, setShade };
}

function Choice(props: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={key => onChange(String(key))}
      options={options.map(option => ({
        value: option.value,
        label: `${label}: ${option.label}`,
      }))}
    />
  );
}

/** Lets the user choose how the map of nodes is drawn. */
export function NodeMapControls(props: {
  choices: ReturnType<typeof useNodeMapChoices>;
}) {
  const { group, setGroup, size, setSize, shade, setShade } = props.choices;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <div className={styles.controls}>
      <Choice
        label={t('nodes.groupBy')}
        value={group}
        onChange={setGroup}
        options={NODE_GROUPS.map(value => ({
          ...{ value, label: t(`nodes.groups.${value}`) },
        }))}
      />
      <Choice
        label={t('nodes.sizeBy')}
        value={size}
        onChange={setSize}
        options={NODE_SIZES.map(value => ({
          ...{ value, label: t(`nodes.sizes.${value}`) },
        }))}
      />
      <Choice
        label={t('nodes.shadeBy')}
        value={shade}
        onChange={setShade}
        options={NODE_SHADES.map(value => ({
          ...{ value, label: t(`nodes.shades.${value}`) },
        }))}
      />
    </div>
  );
}
