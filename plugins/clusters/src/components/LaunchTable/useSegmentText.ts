import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import type { LaunchSegment } from './launchStages';

/** Stages of a launch in words. */
export function useSegmentText(): {
  /** `registering 38 s`, or `≤ 38 s` where its begin or end is not known. */
  nameWithTime: (segment: LaunchSegment) => string;
  /** The same of all stages, for screen readers and for reading exactly. */
  segmentText: (segments: readonly LaunchSegment[]) => string;
} {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration } = useFormat();
  const nameWithTime = ({ stage, from, to, isBound }: LaunchSegment) =>
    `${t(`stage.${stage}`)} ${isBound ? '≤ ' : ''}${formatDuration(to - from)}`;
  return {
    nameWithTime,
    segmentText: segments => segments.map(nameWithTime).join(', '),
  };
}
