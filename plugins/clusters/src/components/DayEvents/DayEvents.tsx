import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterDetail,
  HistoryResponse,
} from '@clusterworks/plugin-clusters-common';
import { DAY_MS, useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import type { TimeRange } from '../../hooks/useTimeRange';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { FindingLink } from '../FindingLink';
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

function EventList(props: { events: readonly DayEvent[] }) {
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
    </ul>
  );
}

/**
 * What happened in the time that is chosen in the chart of the day, else within
 * the day: findings, changes of the verdict, launches and events.
 */
export function DayEvents(props: {
  detail: ClusterDetail;
  history: HistoryResponse;
  range: TimeRange | undefined;
  onRange: (range: TimeRange | undefined) => void;
}) {
  const { detail, history, range, onRange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const now = useNow();
  const whole = { from: now - DAY_MS, until: now + 1 };
  const events = eventsOfDay(detail, history, range ?? whole, now);
  const { shown, folded } = foldEvents(events, SHOWN);
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
      {events.length === 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('day.noEvents')}
        </Text>
      )}
      <EventList events={shown} />
      {folded.length > 0 && (
        <AsTable title={t('day.moreEvents', { count: folded.length })}>
          {() => <EventList events={folded.slice(0, MOST)} />}
        </AsTable>
      )}
    </section>
  );
}
