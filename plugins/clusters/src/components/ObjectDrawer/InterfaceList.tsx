import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeAddressesView } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { ObjectLink } from '../ObjectLink';
import { Part } from './DrawerParts';
import styles from './ObjectDrawer.module.css';

type Interface = NonNullable<NodeAddressesView['interfaces']>[number];

/** The interfaces of a node, each with its subnet and its addresses. */
export function InterfaceList(props: { interfaces: readonly Interface[] }) {
  const { interfaces } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Part title={t('drawer.interfaces')}>
      {interfaces.length === 0 ? (
        <Text as="p">{t('drawer.noInterfaces')}</Text>
      ) : (
        <ul className={styles.list}>
          {interfaces.map(({ id, subnetId, addresses, used, prefixes }) => (
            <li key={id}>
              {id}
              {subnetId && (
                <>
                  {' · '}
                  <ObjectLink kind="Subnet" name={subnetId} />
                </>
              )}
              <div className={styles.quiet}>
                {[
                  t('drawer.addressCount', { count: addresses }),
                  used === undefined
                    ? t('drawer.useNotKnown')
                    : t('drawer.usedCount', { count: used }),
                  ...(prefixes > 0
                    ? [t('drawer.prefixCount', { count: prefixes })]
                    : []),
                ].join(', ')}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
