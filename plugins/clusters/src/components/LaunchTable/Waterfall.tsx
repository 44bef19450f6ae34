import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import type { LaunchSegment } from './launchStages';
import { useSegmentText } from './useSegmentText';
import styles from './LaunchTable.module.css';

/** A typical time of a whole launch. */
export type LaunchTick = { name: string; milliseconds: number };

/** A lane of what Karpenter does, and below it one of the wait for Cilium. */
const LANES = [
  ['launching', 'registering', 'initializing'],
  ['network'],
] as const satisfies LaunchSegment['stage'][][];

/** The stages of one launch over the time since its creation. */
export function Waterfall(props: {
  segments: LaunchSegment[];
  scale: number;
  ticks: readonly LaunchTick[];
}) {
  const { segments, scale, ticks } = props;
  const { formatDuration } = useFormat();
  const { nameWithTime } = useSegmentText();
  const start = segments[0]?.from ?? 0;
  const percent = (milliseconds: number) =>
    `${Math.min(100, (milliseconds / scale) * 100)}%`;
  return (
    <span className={styles.waterfall} aria-hidden="true">
      {LANES.map((stages, lane) => (
        <span key={stages[0]} className={styles.lane} data-lane={lane}>
          {segments
            .filter(({ stage }) => stages.some(one => one === stage))
            .map(segment => {
              const { stage, from, to, isOpen, isBound } = segment;
              return (
                <span
                  key={stage}
                  className={styles.segment}
                  data-stage={stage}
                  data-open={isOpen || undefined}
                  data-bound={isBound || undefined}
                  style={{
                    insetInlineStart: percent(from - start),
                    width: `max(2px, calc(${percent(to - start)} - ${percent(
                      from - start,
                    )}))`,
                  }}
                  title={nameWithTime(segment)}
                />
              );
            })}
        </span>
      ))}
      {ticks
        .filter(({ milliseconds }) => milliseconds <= scale)
        .map(({ name, milliseconds }) => (
          <span
            key={name}
            className={styles.tick}
            style={{ insetInlineStart: percent(milliseconds) }}
            title={`${name} ${formatDuration(milliseconds)}`}
          />
        ))}
    </span>
  );
}

/** What the lanes and shades of the waterfall mean. */
export function WaterfallLegend() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <ul className={styles.legend}>
      {LANES.flat().map(stage => (
        <li key={stage}>
          <span className={styles.swatch} aria-hidden="true">
            <span className={styles.segment} data-stage={stage} />
          </span>
          {t(stage === 'network' ? 'launches.cniLane' : `stage.${stage}`)}
        </li>
      ))}
      <li>
        <span className={styles.swatch} aria-hidden="true">
          <span className={styles.segment} data-open />
        </span>
        {t('launches.goesOn')}
      </li>
      <li>
        <span className={styles.swatch} aria-hidden="true">
          <span className={styles.segment} data-bound />
        </span>
        {t('launches.bound')}
      </li>
    </ul>
  );
}
