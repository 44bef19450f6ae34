import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import styles from './SubnetMap.module.css';

const PARTS = ['used', 'warm', 'held', 'free'] as const;

/** What the shades of the map mean. */
export function SubnetLegend() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <ul className={styles.legend}>
      {PARTS.map(part => (
        <li key={part}>
          <span className={styles.swatch} aria-hidden="true">
            <span data-part={part} />
          </span>
          {t(`cilium.map.parts.${part}`)}
        </li>
      ))}
    </ul>
  );
}
