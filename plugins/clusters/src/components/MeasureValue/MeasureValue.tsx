import { VisuallyHidden } from '@backstage/ui';
import type { Measure } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import styles from './MeasureValue.module.css';

/**
 * A number with its certainty: `12`, `≥ 12`, `≤ 12`, `≈ 12`, or `—` with the reason
 * on hover and for screen readers.
 */
export function MeasureValue(props: {
  measure: Measure;
  format?: (value: number) => string;
}) {
  const { formatMeasure } = useFormat();
  const { text, spoken } = formatMeasure(props.measure, props.format);
  if (text === spoken) {
    return <span className={styles.value}>{text}</span>;
  }
  return (
    <span
      className={styles.value}
      data-certainty={props.measure.certainty}
      title={spoken}
    >
      <span aria-hidden="true">{text}</span>
      <VisuallyHidden>{spoken}</VisuallyHidden>
    </span>
  );
}
