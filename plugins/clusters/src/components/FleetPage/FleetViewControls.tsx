import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import {
  FLEET_GROUPS,
  type FleetViewName,
  type useFleetView,
} from './useFleetView';
import styles from './FleetPage.module.css';

const NO_GROUP = 'none';

/** What rows are grouped by, and how they are shown. */
export function FleetViewControls(props: {
  view: ReturnType<typeof useFleetView>;
}) {
  const { group, setGroup, view, setView } = props.view;
  const { t } = useTranslationRef(clustersTranslationRef);
  const views: { id: FleetViewName; label: string }[] = [
    { id: 'table', label: t('fleet.viewTable') },
    { id: 'map', label: t('fleet.viewMap') },
    { id: 'cards', label: t('fleet.viewCards') },
    { id: 'matrix', label: t('fleet.viewMatrix') },
  ];
  return (
    <div className={styles.viewControls}>
      <Select
        aria-label={t('fleet.group')}
        className={styles.group}
        value={group ?? NO_GROUP}
        onChange={key => setGroup(key === NO_GROUP ? '' : String(key))}
        options={[
          {
            value: NO_GROUP,
            label: `${t('fleet.group')} ${t('fleet.groupNone')}`,
          },
          ...FLEET_GROUPS.map(name => ({
            value: name,
            label: `${t('fleet.group')} ${t(
              `fleet.columns.${name}`,
            ).toLowerCase()}`,
          })),
        ]}
      />
      <ToggleButtonGroup
        aria-label={t('fleet.view')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={keys => {
          const [next] = keys;
          setView(next === 'table' ? '' : String(next));
        }}
      >
        {views.map(({ id, label }) => (
          <ToggleButton key={id} id={id}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
