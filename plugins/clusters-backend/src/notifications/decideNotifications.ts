import { createHash } from 'node:crypto';
import type { ClusterConditions, Condition } from './Condition';
import type { NotificationPolicy } from './NotificationPolicy';
import { plainText } from './plainText';
import type { Note, NotificationState, Told } from './NotificationState';

/** As much as the table of Backstage's notifications takes in a title. */
const MAX_TITLE = 255;
/** Causes of one cluster of which somebody is told at the same time. */
const MAX_OPEN = 20;
/** A cause that returns all day waits at most this many times longer. */
const MAX_FACTOR = 64;

/** The level of what is muted: below all others, so it is told again. */
const MUTED = -1;

/** The cluster that is decided about, and the rules for it. */
export interface NotificationSubject {
  /** `identity`: key of the cluster. */
  cluster: { identity: string };
  policy: NotificationPolicy;
}

/** What is decided: the next state, and what is sent now. */
export interface NotificationDecision {
  state: NotificationState;
  notes: Note[];
}

/**
 * Decides what owners are told of a cluster now. Pure.
 *
 * A condition is told when it has lasted for some time, and said to be resolved
 * when it was gone for a longer time; both update the same notification. Each
 * owner has one notification per cause and day: a cause that returns on the day
 * on which it was resolved updates it as well, and then has to be gone for
 * twice as long.
 *
 * @param current - absent while the cluster is not seen, or is being built or
 *   taken down: then nothing is told, and everything waits anew afterwards
 * @param now - milliseconds since 1970
 */
export function decideNotifications(
  previous: NotificationState,
  current: ClusterConditions | undefined,
  now: number,
  { cluster, policy }: NotificationSubject,
): NotificationDecision {
  if (!current) {
    return { state: { ...previous, since: {} }, notes: [] };
  }
  const told: Record<string, Told> = {};
  const since: Record<string, number> = {};
  const notes: Note[] = [];
  const lasted = (key: string) => {
    // A clock that is set back must not make anything wait for hours.
    since[key] = Math.min(previous.since[key] ?? now, now);
    return now - since[key];
  };
  const known = new Set<string>();
  let open = Object.values(previous.told).filter(one => !one.resolved).length;

  for (const condition of current.conditions) {
    const key = keyOf(condition);
    const before = ownValue(previous.told, key);
    const { confirmMs } = policy.waits[condition.kind];
    known.add(key);
    const isNews = !before || before.resolved || condition.level > before.level;
    if (before) {
      told[key] = condition.isMuted ? { ...before, level: MUTED } : before;
    }
    if (condition.isMuted) {
      continue;
    }
    if (!condition.triggers || !isNews || lasted(key) < confirmMs) {
      continue;
    }
    const isOpen = before !== undefined && !before.resolved;
    if (!isOpen && open >= MAX_OPEN) {
      continue;
    }
    open += isOpen ? 0 : 1;
    delete since[key];
    told[key] = tellOf(cluster, condition, before, now);
    notes.push(noteOf(condition, told[key], now));
  }

  for (const [key, before] of Object.entries(previous.told)) {
    if (known.has(key)) {
      continue;
    }
    if (before.resolved) {
      if (before.day === dayOf(now)) {
        told[key] = before;
      }
      continue;
    }
    told[key] = before;
    if (isUnjudged(current, before)) {
      continue;
    }
    const factor = Math.min(2 ** before.again, MAX_FACTOR);
    if (lasted(key) >= policy.waits[before.kind].resolveMs * factor) {
      delete since[key];
      told[key] = { ...before, resolved: true };
      notes.push(resolvedNoteOf(before, now));
    }
  }
  return {
    state: { told, since, unsent: [...previous.unsent, ...notes] },
    notes,
  };
}

function keyOf({ cause, recipient }: Condition): string {
  return `${cause} ${recipient}`;
}

function ownValue<T>(values: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function isUnjudged({ unjudged }: ClusterConditions, told: Told): boolean {
  return (
    unjudged.includes(told.kind) ||
    (told.part !== undefined && unjudged.includes(`${told.kind}/${told.part}`))
  );
}

/** The day in UTC, YYYY-MM-DD. */
function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

function tellOf(
  { identity }: NotificationSubject['cluster'],
  { kind, part, cause, recipient, level, title, link }: Condition,
  before: Told | undefined,
  now: number,
): Told {
  const isOpen = before !== undefined && !before.resolved;
  const isSameDay = before?.day === dayOf(now);
  const continued = before && (isOpen || isSameDay) ? before : undefined;
  const day = continued?.day ?? dayOf(now);
  const hash = createHash('sha256').update(`${identity} ${cause}`);
  return {
    ...{ kind, recipient, level, link, day },
    title: plainText(title, MAX_TITLE),
    ...(part !== undefined && { part }),
    scope:
      continued?.scope ?? `clusters/${hash.digest('hex').slice(0, 32)}/${day}`,
    again: continued ? continued.again + (isOpen ? 0 : 1) : 0,
    resolved: false,
  };
}

function noteOf(
  condition: Condition,
  { scope, title }: Told,
  now: number,
): Note {
  const { kind, recipient, description, link, severity } = condition;
  return {
    recipient,
    at: now,
    payload: {
      ...{ title, description, link, severity, scope },
      topic: topicOf(kind),
    },
  };
}

function resolvedNoteOf(
  { kind, recipient, title, link, scope, day }: Told,
  now: number,
): Note {
  return {
    recipient,
    at: now,
    payload: {
      title: plainText(`Resolved: ${title}`, MAX_TITLE),
      description: `It is over. The first notification of it came on ${day}.`,
      // The finding is gone, but its page still shows what else there is.
      link: link.replace(/\?.*$/, ''),
      severity: 'low',
      topic: topicOf(kind),
      scope,
    },
  };
}

function topicOf(kind: Condition['kind']): string {
  return `clusters.${kind}`;
}
