import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LaunchOutlook } from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { type OutlookCell, outlookGrid } from './outlookGrid';
import styles from './PoolOutlook.module.css';

function Cell({ cell }: { cell: OutlookCell }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { state, launched, excluded } = cell;
  const title = [
    launched.join(', '),
    excluded.length > 0
      ? t('outlook.excludedTypes', { types: excluded.join(', ') })
      : '',
  ]
    .filter(Boolean)
    .join('\n');
  return (
    <td className={styles.cell} data-state={state} title={title || undefined}>
      {state === 'empty' ? '' : launched.length}
    </td>
  );
}

/** How many instance types a pool may launch, by family and size. */
export function OutlookPicture({ outlook }: { outlook: LaunchOutlook }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { columns, rows } = outlookGrid(outlook);
  return (
    <div
      className={styles.scroll}
      role="region"
      // The keyboard reaches what is beyond the edge of a narrow screen.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('outlook.picture', { pool: outlook.name })}
    >
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t('outlook.vcpus')}</th>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <Cell key={columns[index]} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
