import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterDetail,
  HistoryResponse,
} from '@clusterworks/plugin-clusters-common';
import { DAY_MS, useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import type { Merges } from '../../hooks/useMerges';
import type { TimeRange } from '../../hooks/useTimeRange';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { FindingLink } from '../FindingLink';
import { MergeLinks } from '../MergeLinks';
import { ObjectLink } from '../ObjectLink';
import { RelativeTime } from '../RelativeTime';
import { VerdictMark } from '../VerdictMark';
import { type DayEvent, eventsOfDay, foldEvents } from './eventsOfDay';
import styles from './DayEvents.module.css';

/** The others are folded. */
const SHOWN = 6;
/** More than this say nothing new. */
const MOST = 100;

function EventText(props: { event: DayEvent }) {
  const { event } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  switch (event.what) {
    case 'finding':
      return <FindingLink finding={event.finding} />;
    case 'verdict':
      return (
        <>
          <VerdictMark verdict={event.verdict} shapeOnly /> {event.headline}
        </>
      );
    case 'upgrade': {
      const { component, from, to } = event.upgrade;
      const part = t(`fleet.columns.${component}`);
      return <>{t('day.upgrade', { part, from, to })}</>;
    }
    case 'merge':
      return <MergeLinks merge={event.merge} />;
    case 'interrupted':
      return <>{t('day.interrupted', { count: event.count })}</>;
    default: {
      const { name, nodePool, instanceType, zone, capacityType } = event.claim;
      return (
        <>
          <ObjectLink kind="NodeClaim" name={name} />
          {[nodePool, instanceType, capacityType, zone]
            .flatMap(fact => (fact ? ` · ${fact}` : []))
            .join('')}
        </>
      );
    }
  }
}

/** What is not known of merges; nothing when all are known. */
function useMergeNote(merges: Merges): string | undefined {
  const { missing, readAt, cameLate } = merges;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  switch (missing) {
    case 'reading':
      return t('day.merges.reading');
    case 'failed':
      return readAt
        ? t('day.merges.failedSince', { time: formatTime(Date.parse(readAt)) })
        : t('day.merges.failed');
    case 'tooMany':
      return t('day.merges.tooMany');
    default:
      // Where it stood that they are being read, something stays.
      return cameLate && merges.merges.length === 0 && !missing
        ? t('day.merges.none')
        : undefined;
  }
}

function EventList(props: {
  events: readonly DayEvent[];
  /** Stands last. */
  mergeNote?: string;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <ul className={styles.list}>
      {props.events.map((event, index) => (
        // Events of one time have no name of their own.
        // eslint-disable-next-line react/no-array-index-key
        <li key={`${event.at} ${event.what} ${index}`}>
          <RelativeTime at={new Date(event.at).toISOString()} />
          <span className={styles.what}>{t(`day.what.${event.what}`)}</span>
          <span>
            <EventText event={event} />
          </span>
        </li>
      ))}
      {props.mergeNote && (
        <li>
          <span />
          <span className={styles.what}>{t('day.what.merge')}</span>
          <span>{props.mergeNote}</span>
        </li>
      )}
    </ul>
  );
}

/**
 * What happened in the time that is chosen in the chart of the day, else within
 * the day: findings, changes of the verdict, merges, launches and events.
 */
export function DayEvents(props: {
  detail: ClusterDetail;
  history: HistoryResponse;
  merges: Merges;
  range: TimeRange | undefined;
  onRange: (range: TimeRange | undefined) => void;
}) {
  const { detail, history, merges, range, onRange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const now = useNow();
  const whole = { from: now - DAY_MS, until: now + 1 };
  const mergeNote = useMergeNote(merges);
  const events = eventsOfDay(
    detail,
    history,
    range ?? whole,
    now,
    merges.merges,
  );
  // Merges that come late take the line in which they were waited for: what is
  // below must not move.
  const { shown, folded } = foldEvents(
    events,
    mergeNote ? SHOWN - 1 : SHOWN,
    merges.cameLate && !range ? 1 : SHOWN,
  );
  return (
    <section className={styles.events} aria-label={t('day.events')}>
      <div className={styles.head}>
        <Text as="h4" variant="body-medium" weight="bold">
          {range
            ? t('day.eventsIn', {
                from: formatTime(range.from),
                until: formatTime(range.until),
              })
            : t('day.events')}
        </Text>
        {range && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => onRange(undefined)}
          >
            {t('day.wholeDay')}
          </Button>
        )}
      </div>
      {events.length === 0 && !mergeNote && (
        <Text as="p" variant="body-small" color="secondary">
          {t('day.noEvents')}
        </Text>
      )}
      <EventList events={shown} mergeNote={mergeNote} />
      <div className={merges.cameLate ? styles.fold : undefined}>
        {folded.length > 0 && (
          <AsTable title={t('day.moreEvents', { count: folded.length })}>
            {() => <EventList events={folded.slice(0, MOST)} />}
          </AsTable>
        )}
      </div>
    </section>
  );
}
