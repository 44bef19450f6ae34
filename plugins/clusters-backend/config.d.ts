import type { HumanDuration } from '@backstage/types';

export interface Config {
  clusters?: {
    guard?: {
      /**
       * Hosts of API servers that clusters with AWS credentials may have
       * besides `*.eks.amazonaws.com` and `*.eks.amazonaws.com.cn`: exact hosts,
       * or `*.suffix`. Empty by default.
       */
      allowedApiServerHosts?: string[];
    };

    /** How clusters are read. The defaults suit a fleet of 1,000 clusters. */
    reader?: {
      /** How often the catalog is asked for clusters. Default: 15 seconds. */
      discovery?: HumanDuration | string;
      /**
       * How often a cluster is judged again when nothing changed, because
       * durations matter; one in which nothing is wrong six times less often.
       * Default: 10 seconds.
       */
      judge?: HumanDuration | string;
      /** Objects per page of a list. Default: 500. */
      pageSize?: number;
      /** Largest page that is accepted, in MiB. Default: 32. */
      maxPageMebibytes?: number;
      /** Connections that may be opened at once. Default: 16. */
      connections?: number;
      /** Pages of lists that may be read at once. Default: 32. */
      pages?: number;
    };

    /** What is remembered of each cluster. */
    history?: {
      /** Distance of two points. Default: 5 minutes. */
      interval?: HumanDuration | string;
      /** How long points are kept; after a day, one per 30 minutes. Default: 7 days. */
      keep?: HumanDuration | string;
      /** How long changes of the verdict are kept. Default: 90 days. */
      keepChanges?: HumanDuration | string;
    };
  };
}
