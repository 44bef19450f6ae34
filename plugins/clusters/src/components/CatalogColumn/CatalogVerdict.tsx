import type { Entity } from '@backstage/catalog-model';
import {
  clusterLabels,
  phaseSchema,
  verdictSchema,
} from '@clusterworks/plugin-clusters-common';
import { isClusterEntity } from '../../entity';
import { ReadableTones } from '../ReadableTones';
import { ClusterMark } from '../VerdictMark';
import styles from './CatalogVerdict.module.css';

/** The verdict that the labels of a cluster's entity say; else nothing. */
export function CatalogVerdict(props: { entity: Entity }) {
  const { entity } = props;
  const { labels = {} } = entity.metadata;
  const verdict = verdictSchema.safeParse(labels[clusterLabels.health]).data;
  if (!isClusterEntity(entity) || !verdict) {
    return null;
  }
  const phase = phaseSchema.safeParse(labels[clusterLabels.phase]).data;
  return (
    <span className={styles.verdict}>
      <ReadableTones as="span">
        <ClusterMark row={{ verdict, phase }} />
      </ReadableTones>
    </span>
  );
}
