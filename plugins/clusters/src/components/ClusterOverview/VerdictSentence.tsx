import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { AgeChip } from '../AgeChip';
import { ChangeMenu } from '../ChangeMenu';
import { ProblemSentence } from '../ProblemSentence';
import { ClusterMark } from '../VerdictMark';
import styles from './ClusterOverview.module.css';

/** The headline of a cluster, its age, and what can be changed. */
export function VerdictSentence(props: { row: FleetRow }) {
  const { row } = props;
  const { headline } = row;
  return (
    <div className={styles.sentence}>
      <ProblemSentence mark={<ClusterMark row={row} />} {...headline}>
        {headline.text}
      </ProblemSentence>
      <div className={styles.aside}>
        <AgeChip connection={row.connection} observedAt={row.observedAt} />
        <ChangeMenu row={row} />
      </div>
    </div>
  );
}
