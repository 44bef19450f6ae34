import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { RiArrowDownSLine } from '@remixicon/react';
import { clustersTranslationRef } from '../../translation';
import { useAllowedOperations } from './useAllowedOperations';
import { useChangeHref } from './useChangeHref';
import styles from './ChangeMenu.module.css';

/**
 * The menu of changes that the user may make to a cluster. Absent for clusters
 * that no platform repository describes, and where no template is bound.
 */
export function ChangeMenu(props: { row: FleetRow }) {
  const { name, source } = props.row;
  // Nothing of other clusters can be changed, so no permission is asked for.
  return source === 'platformRepository' ? (
    <OfferedChanges name={name} />
  ) : null;
}

function OfferedChanges({ name }: { name: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useChangeHref();
  const operations = useAllowedOperations(name);
  if (!hrefOf) {
    return null;
  }
  const isOffered = operations.length > 0;
  const button = (
    <Button
      variant="secondary"
      size="small"
      iconEnd={<RiArrowDownSLine />}
      isDisabled={!isOffered}
    >
      {t('change.menu')}
    </Button>
  );
  if (!isOffered) {
    // Its room, so that nothing moves when the permissions are known.
    return (
      <span className={styles.room} aria-hidden>
        {button}
      </span>
    );
  }
  return (
    <MenuTrigger>
      {button}
      <Menu>
        {operations.map(operation => (
          <MenuItem key={operation} href={hrefOf({ cluster: name, operation })}>
            {t(`change.${operation}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
