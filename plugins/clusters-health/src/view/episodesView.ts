import type { EpisodeView } from '@clusterworks/plugin-clusters-common';
import { fromKarpenter } from '../model/karpenter/karpenterEvents';
import { isRoutineEvent } from '../model/karpenter/isRoutineEvent';
import { MINUTE } from '../model/durations';
import type { EventFacts } from '../kinds';
import { timeView } from './conditionView';
import type { Look } from './Look';

/** A quieter time than this between two events ends an episode. */
const GAP = 15 * MINUTE;
const MOST_EPISODES = 50;
const MOST_OBJECTS = 5;

/** Events of one reason about one kind, the oldest first. */
type Episode = { events: EventFacts[]; until: number };
/** With whether all of them belong to the normal life of nodes. */
type JudgedEpisode = Episode & { isRoutine: boolean };

const startOf = ({ firstAt, lastAt }: EventFacts) => firstAt ?? lastAt ?? 0;
const endOf = ({ firstAt, lastAt }: EventFacts) => lastAt ?? firstAt ?? 0;

/**
 * Karpenter's events as episodes: events of one reason about objects of one
 * kind, as long as they follow each other. The newest episode is first.
 */
export function episodesView(look: Look): EpisodeView[] {
  const byReason = new Map<string, EventFacts[]>();
  for (const event of look.snapshot.resources.events.items) {
    if (fromKarpenter(event) && event.reason && event.involved.kind) {
      const key = `${event.reason}/${event.involved.kind}`;
      const same = byReason.get(key) ?? [];
      same.push(event);
      byReason.set(key, same);
    }
  }
  const episodes = [...byReason.values()]
    .flatMap(episodesOf)
    .map(
      (episode): JudgedEpisode => ({
        ...episode,
        isRoutine: episode.events.every(isRoutineEvent),
      }),
    )
    .sort((a, b) => b.until - a.until);
  // What is routine gives way first.
  const kept = new Set(
    [
      ...episodes.filter(({ isRoutine }) => !isRoutine),
      ...episodes.filter(({ isRoutine }) => isRoutine),
    ].slice(0, MOST_EPISODES),
  );
  return episodes.filter(episode => kept.has(episode)).map(episodeView);
}

function episodesOf(events: readonly EventFacts[]): Episode[] {
  const episodes: Episode[] = [];
  for (const event of [...events].sort((a, b) => startOf(a) - startOf(b))) {
    const last = episodes[episodes.length - 1];
    if (last && startOf(event) - last.until <= GAP) {
      last.events.push(event);
      last.until = Math.max(last.until, endOf(event));
    } else {
      episodes.push({ events: [event], until: endOf(event) });
    }
  }
  return episodes;
}

function episodeView(episode: JudgedEpisode): EpisodeView {
  const { events, until, isRoutine } = episode;
  const newest = [...events].sort((a, b) => endOf(b) - endOf(a));
  const objects = new Map(
    newest.map(({ involved: { name = '', namespace } }) => [
      `${namespace ?? ''}/${name}`,
      { name, namespace },
    ]),
  );
  const [{ reason = '', type, message, involved }] = newest;
  return {
    reason,
    type,
    count: events.reduce((sum, event) => sum + event.count, 0),
    from: timeView(startOf(events[0]) || undefined),
    until: timeView(until || undefined),
    message,
    kind: involved.kind ?? '',
    objects: [...objects.values()].slice(0, MOST_OBJECTS),
    objectsTotal: objects.size,
    ...(isRoutine && { routine: true }),
  };
}
