import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { shortNames } from '../../format';
import { AgeChip } from '../AgeChip';
import { ChangeMenu } from '../ChangeMenu';
import { ProblemSentence } from '../ProblemSentence';
import { ClusterMark } from '../VerdictMark';
import styles from './ClusterOverview.module.css';

/** The headline of a cluster, what can be changed, and its age. */
export function VerdictSentence(props: { row: FleetRow }) {
  const { row } = props;
  const { headline } = row;
  const short = shortNames(headline.text);
  return (
    <div className={styles.sentence}>
      <ProblemSentence mark={<ClusterMark row={row} />} {...headline}>
        {short === headline.text ? (
          short
        ) : (
          <span title={headline.text}>{short}</span>
        )}
      </ProblemSentence>
      <div className={styles.aside}>
        <ChangeMenu row={row} />
        <AgeChip connection={row.connection} observedAt={row.observedAt} />
      </div>
    </div>
  );
}
