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

    /** Which ranges of addresses new clusters are offered. */
    addresses?: {
      /**
       * Prefix length of the range that the form proposes, by environment; 16
       * where an environment is not named.
       */
      sizes?: Array<{
        environment: string;
        /** From 16 to 22. */
        prefix: number;
      }>;
      /**
       * Ranges that no cluster has and none is offered, such as those of
       * offices and data centres. At most 100.
       */
      reserved?: Array<{
        /** What it is for, as the form names it. */
        name: string;
        /** Such as `10.0.0.0/12`. */
        cidr: string;
      }>;
      /**
       * What happens to a cluster that would share addresses with another one:
       * `refuse`, or `acknowledge` to let it through when its requester says
       * why. Default: `refuse`.
       */
      overlaps?: 'refuse' | 'acknowledge';
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
      /**
       * With several backends: how long one that stops waits until the others
       * have read its clusters and took them over, from 1 second to 10 minutes.
       * It ends within 11 seconds after that. Default: 15 seconds, because
       * Kubernetes kills a pod after 30.
       */
      handover?: HumanDuration | string;
      /** Objects per page of a list. Default: 500. */
      pageSize?: number;
      /**
       * Most nodes of a cluster that are read, and objects that nodes have one
       * of each, from 100 to 20,000. With more, a large cluster that is broken
       * keeps pages waiting while it is judged. Default: 5,000.
       */
      maxNodes?: number;
      /**
       * Most pods of a cluster that are read, and objects of other kinds that
       * grow with them, from 1,000 to 200,000. Default: 50,000.
       */
      maxPods?: number;
      /**
       * What is kept of all clusters together, in MiB, from 64 to 65,536. From
       * three quarters on, details such as pods are left out of clusters that
       * have more than 1 MiB, and their sources say so; what verdicts need is
       * read up to the whole. Default: half of the memory that Node.js may use.
       */
      maxFactMebibytes?: number;
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
      /**
       * How long everything of a cluster is kept after its last description is
       * gone from catalog and configuration. Default: 30 days.
       */
      keepGone?: HumanDuration | string;
    };

    /**
     * What owners are told through Backstage's notifications, where
     * `@backstage/plugin-notifications-backend` is installed.
     */
    notifications?: {
      /** Whether owners are notified. Default: true. */
      enabled?: boolean;
      /**
       * Time until no address is left in the subnets of a cluster, below which
       * its owner is notified. Default: 7 days.
       */
      runway?: HumanDuration | string;
      /**
       * How long a node waits to be replaced or removed until the owner of what
       * keeps it is notified. Default: 3 days.
       */
      heldNodes?: HumanDuration | string;
      /** How long a critical finding lasts until it is told. Default: 30 seconds. */
      confirm?: HumanDuration | string;
      /** How long it is gone until it is said to be resolved. Default: 10 minutes. */
      resolve?: HumanDuration | string;
      /** A summary of the week for each owner of clusters. */
      digest?: {
        /** Whether it is sent, if owners are notified at all. Default: true. */
        enabled?: boolean;
        /** Day of the week, such as `monday`, the default. */
        day?: string;
        /**
         * Hour of the day, from 0 to 23, in the time zone of the backend's
         * process (`TZ`). Default: 8.
         */
        hour?: number;
      };
    };

    /** Findings that people mute for some time. */
    mutes?: {
      /**
       * How long a finding may be muted at most, up to 90 days. Default: 30
       * days.
       */
      longest?: HumanDuration | string;
    };

    /**
     * Other systems that are sent the events `clusters.verdict`, signed as
     * Standard Webhooks defines it. At most 20.
     */
    webhooks?: Array<{
      /**
       * Names the webhook in the database, the log and metrics; unique. Lower
       * case letters, digits and hyphens.
       */
      name: string;
      /**
       * Where messages are sent to; `https`.
       * @visibility secret
       */
      url: string;
      /**
       * Key of the signatures: `whsec_` and 24 to 64 bytes in base64.
       * @visibility secret
       */
      secret: string;
      /**
       * The key before; while it is there, messages are signed with both.
       * @visibility secret
       */
      previousSecret?: string;
      /** Whether `url` may be `http`. Default: false. */
      dangerouslyAllowHttp?: boolean;
    }>;
  };
}
