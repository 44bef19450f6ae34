import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import type { Severity, Verdict } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './VerdictMark.module.css';

const VERDICT_SHAPES: Record<Verdict, string> = {
  healthy: '●',
  degraded: '▲',
  critical: '◆',
  unknown: '○',
};

const SEVERITY_SHAPES: Record<Severity, string> = {
  critical: '◆',
  warning: '▲',
  info: '◇',
};

function Mark(props: {
  shape: string;
  tone: string;
  word: string;
  shapeOnly?: boolean;
}) {
  return (
    <span className={styles.mark} data-tone={props.tone}>
      <span className={styles.shape} aria-hidden="true">
        {props.shape}
      </span>
      {props.shapeOnly ? (
        <VisuallyHidden>{props.word}</VisuallyHidden>
      ) : (
        props.word
      )}
    </span>
  );
}

/** A verdict as shape, word and colour, so that colour is never alone. */
export function VerdictMark(props: {
  verdict: Verdict;
  /** Another word for it, for example `Ready`. */
  word?: string;
  /** Shows the shape; the word is for screen readers. */
  shapeOnly?: boolean;
  /** Grey, because its count is zero. */
  isResting?: boolean;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Mark
      shape={VERDICT_SHAPES[props.verdict]}
      tone={props.isResting ? 'resting' : props.verdict}
      word={props.word ?? t(`verdict.${props.verdict}`)}
      shapeOnly={props.shapeOnly}
    />
  );
}

/** A severity as shape, word and colour. */
export function SeverityMark(props: {
  severity: Severity;
  shapeOnly?: boolean;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Mark
      shape={SEVERITY_SHAPES[props.severity]}
      tone={props.severity}
      word={t(`severity.${props.severity}`)}
      shapeOnly={props.shapeOnly}
    />
  );
}
