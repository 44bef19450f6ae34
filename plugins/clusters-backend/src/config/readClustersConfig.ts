import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { defaultReaderLimits, type ReaderLimits } from '../reader';

/** The settings under `clusters` that this plugin reads, in milliseconds. */
export interface ClustersConfig {
  discoveryMs: number;
  assessMs: number;
  limits: ReaderLimits;
  connections: number | undefined;
  pages: number | undefined;
  history: { intervalMs: number; keepMs: number; keepChangesMs: number };
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
  const { pageSize, maxPageBytes } = defaultReaderLimits;
  const mebibytes = root.getOptionalNumber('clusters.reader.maxPageMebibytes');
  return {
    discoveryMs: duration('clusters.reader.discovery', { seconds: 15 }),
    assessMs: duration('clusters.reader.judge', { seconds: 10 }),
    limits: {
      ...defaultReaderLimits,
      pageSize: root.getOptionalNumber('clusters.reader.pageSize') ?? pageSize,
      maxPageBytes: mebibytes ? mebibytes * 1024 * 1024 : maxPageBytes,
    },
    connections: root.getOptionalNumber('clusters.reader.connections'),
    pages: root.getOptionalNumber('clusters.reader.pages'),
    history: {
      intervalMs: duration('clusters.history.interval', { minutes: 5 }),
      keepMs: duration('clusters.history.keep', { days: 7 }),
      keepChangesMs: duration('clusters.history.keepChanges', { days: 90 }),
    },
  };
}
