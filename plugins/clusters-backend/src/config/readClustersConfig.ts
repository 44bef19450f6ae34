import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { HistoryRetention } from '../history/HistoryPruner';
import {
  type NotificationPolicy,
  notificationPolicy,
} from '../notifications/NotificationPolicy';
import type { DigestSchedule } from '../notifications/digest/scheduleDigest';
import { defaultReaderLimits, type ReaderLimits } from '../reader';
import { parseWebhooks, type Webhook } from '../webhooks/parseWebhooks';
import { isNotifying } from './isNotifying';

const DAY_MS = 86_400_000;

/** The settings under `clusters` that this plugin reads, in milliseconds. */
export interface ClustersConfig {
  discoveryMs: number;
  assessMs: number;
  /** How long a backend that stops waits for others to take its clusters. */
  handoverMs: number;
  limits: ReaderLimits;
  connections: number | undefined;
  /**
   * Memory limit for the facts of all clusters; half of the heap when absent.
   */
  factBytes: number | undefined;
  pages: number | undefined;
  history: HistoryRetention & { intervalMs: number };
  /** Absent when nobody is to be notified. */
  notifications: NotificationPolicy | undefined;
  /** Absent when nobody is to get a summary of the week. */
  digest: DigestSchedule | undefined;
  webhooks: Webhook[];
  /** The longest time for which a finding may be muted. */
  maxMuteMs: number;
}

/**
 * Reads the settings under `clusters`; every key is documented in
 * `config.d.ts`.
 */
export function readClustersConfig(root: RootConfigService): ClustersConfig {
  const duration = (key: string, otherwise: HumanDuration): number =>
    durationToMilliseconds(
      root.has(key) ? readDurationFromConfig(root, { key }) : otherwise,
    );
  const { pageSize, maxPageBytes, maxNodes, maxPods } = defaultReaderLimits;
  const count = (key: string, otherwise: number, least: number, most: number) =>
    boundedNumber(root, `clusters.reader.${key}`, least, most) ?? otherwise;
  const mebibytes = root.getOptionalNumber('clusters.reader.maxPageMebibytes');
  const factMebibytes = boundedNumber(
    root,
    'clusters.reader.maxFactMebibytes',
    64,
    65_536,
  );
  return {
    discoveryMs: duration('clusters.reader.discovery', { seconds: 15 }),
    assessMs: duration('clusters.reader.judge', { seconds: 10 }),
    handoverMs: bounded(
      'clusters.reader.handover',
      duration('clusters.reader.handover', { seconds: 15 }),
      ms => ms >= 1_000 && ms <= 600_000,
      'from 1 to 600 seconds',
    ),
    limits: {
      ...defaultReaderLimits,
      pageSize: root.getOptionalNumber('clusters.reader.pageSize') ?? pageSize,
      maxPageBytes: mebibytes ? mebibytes * 1024 * 1024 : maxPageBytes,
      maxNodes: count('maxNodes', maxNodes, 100, 20_000),
      maxPods: count('maxPods', maxPods, 1_000, 200_000),
    },
    factBytes: factMebibytes && factMebibytes * 1024 * 1024,
    connections: root.getOptionalNumber('clusters.reader.connections'),
    pages: root.getOptionalNumber('clusters.reader.pages'),
    history: {
      intervalMs: duration('clusters.history.interval', { minutes: 5 }),
      keepMs: duration('clusters.history.keep', { days: 7 }),
      keepChangesMs: duration('clusters.history.keepChanges', { days: 90 }),
      keepGoneMs: duration('clusters.history.keepGone', { days: 30 }),
    },
    notifications: isNotifying(root)
      ? notificationPolicy({
          runwayMs: duration('clusters.notifications.runway', { days: 7 }),
          heldMs: duration('clusters.notifications.heldNodes', { days: 3 }),
          confirmMs: duration('clusters.notifications.confirm', {
            seconds: 30,
          }),
          resolveMs: duration('clusters.notifications.resolve', {
            minutes: 10,
          }),
        })
      : undefined,
    digest: readDigest(root),
    // Nobody remembers after a quarter of a year why something was muted.
    maxMuteMs: bounded(
      'clusters.mutes.longest',
      duration('clusters.mutes.longest', { days: 30 }),
      ms => ms > 0 && ms <= 90 * DAY_MS,
      'more than 0 and at most 90 days',
    ),
    webhooks: parseWebhooks(root.getOptional('clusters.webhooks')),
  };
}

/** @throws InputError when the duration is out of bounds */
function bounded(
  key: string,
  ms: number,
  isWithin: (ms: number) => boolean,
  bounds: string,
): number {
  if (isWithin(ms)) {
    return ms;
  }
  throw new InputError(`${key} must be ${bounds}`);
}

const DAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

function readDigest(root: RootConfigService): DigestSchedule | undefined {
  const key = 'clusters.notifications.digest';
  const name = root.getOptionalString(`${key}.day`) ?? 'monday';
  const day = DAYS.indexOf(name);
  if (day < 0) {
    throw new InputError(
      `${key}.day must be one of ${DAYS.join(', ')}, it is ${name}`,
    );
  }
  const hour = boundedNumber(root, `${key}.hour`, 0, 23) ?? 8;
  if (!Number.isInteger(hour)) {
    throw new InputError(`${key}.hour must be a whole number, it is ${hour}`);
  }
  const isEnabled =
    isNotifying(root) && (root.getOptionalBoolean(`${key}.enabled`) ?? true);
  return isEnabled ? { day, hour } : undefined;
}

/** @throws InputError when the value is out of bounds */
function boundedNumber(
  root: RootConfigService,
  key: string,
  least: number,
  most: number,
): number | undefined {
  const value = root.getOptionalNumber(key);
  if (value === undefined || (value >= least && value <= most)) {
    return value;
  }
  throw new InputError(
    `${key} must be from ${least} to ${most}, it is ${value}`,
  );
}
