import type { Finding } from '@clusterworks/plugin-clusters-common';
import { ObjectLink } from '../ObjectLink';
import { SeverityMark } from '../VerdictMark';
import styles from './FindingLink.module.css';

/** The sentence of a finding, which opens its drawer. */
export function FindingLink(props: {
  finding: Pick<Finding, 'id' | 'severity' | 'title'>;
}) {
  const { id, severity, title } = props.finding;
  return (
    <span className={styles.finding}>
      <SeverityMark severity={severity} shapeOnly />
      <ObjectLink kind="Finding" name={id} text={title} />
    </span>
  );
}
