import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { FilterChips } from './FilterChips';
import { FilterField } from './FilterField';
import { FilterHelp } from './FilterHelp';
import styles from './FleetFilter.module.css';

/** The filter line, its parts as chips, and what can be typed into it. */
export function FleetFilter(props: {
  filter: string;
  onFilterChange: (filter: string) => void;
  isInvalid: boolean;
  /** Clusters whose values are suggested. */
  rows: readonly FleetRow[];
}) {
  const { filter, onFilterChange } = props;
  return (
    <div className={styles.bar}>
      <FilterField {...props} />
      <FilterChips filter={filter} onFilterChange={onFilterChange} />
      <FilterHelp />
    </div>
  );
}
