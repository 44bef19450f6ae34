import { Link, Text } from '@backstage/ui';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { useClusterHref } from '../../hooks/useClusterHref';
import { WhatCell } from '../FleetPage/WhatCell';
import { ClusterMark } from '../VerdictMark';
import styles from './ClusterList.module.css';

function ClusterLine(props: { row: FleetRow }) {
  const { row } = props;
  const hrefOf = useClusterHref();
  return (
    <li className={styles.cluster}>
      <ClusterMark row={row} />
      <span className={styles.name}>
        <Link href={hrefOf(row)} variant="body-medium">
          {row.name}
        </Link>
        <Text variant="body-small" color="secondary">
          {[row.environment, row.region].filter(Boolean).join(' · ')}
        </Text>
      </span>
      {row.verdict !== 'healthy' && (
        <Text as="div" variant="body-small" className={styles.what}>
          <WhatCell row={row} />
        </Text>
      )}
    </li>
  );
}

/** Some clusters, each with its verdict and what is wrong with it. */
export function ClusterList(props: { label: string; rows: FleetRow[] }) {
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.rows.map(row => (
        <ClusterLine key={row.entityRef} row={row} />
      ))}
    </ul>
  );
}
