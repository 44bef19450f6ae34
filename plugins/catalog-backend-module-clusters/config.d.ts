import type { HumanDuration } from '@backstage/types';
import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  clusters?: {
    /**
     * The git repositories that hold clusters: the catalog reads them, and no
     * action writes anywhere else.
     */
    platformRepositories?: Array<{
      /** Page of the repository, such as https://github.com/acme/platform. */
      url: string;
      /** Branch to read from and to open pull requests against. Default: main. */
      baseBranch?: string;
      /** Groups that may own a cluster here. Default: any. */
      allowedOwnerGroups?: string[];
      /** Folder in the repository that holds everything. Default: its root. */
      path?: string;
    }>;

    /** How clusters come into the catalog. */
    catalog?: {
      /**
       * How often the platform repositories are looked at, besides on every
       * push event. Default: every minute; an unchanged one costs one request.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * How often the labels for health and versions are compared with what the
       * clusters backend sees, in one request for the whole fleet. Changes come
       * as events at once; this is for those that are lost. Default: 5 minutes.
       */
      observations?: HumanDuration | string;
    };

    guard?: {
      /**
       * Hosts of API servers that clusters with AWS credentials may have
       * besides `*.eks.amazonaws.com` and `*.eks.amazonaws.com.cn`: exact hosts,
       * or `*.suffix`. Empty by default.
       */
      allowedApiServerHosts?: string[];
    };
  };
}
