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
      /** Entries of the repository's CODEOWNERS. Default: none. */
      codeOwners?: Array<{
        /** Pattern of paths, such as /terraform/modules/. */
        path: string;
        /** @user, @organization/team or an address. */
        owners: string[];
      }>;
      /**
       * Teams on GitHub whose review is requested for changes of a group's
       * clusters. Default: none.
       */
      reviewers?: Array<{
        /** Group that owns clusters, such as payments. */
        group: string;
        /** Name of the team in its URL. */
        team: string;
      }>;
    }>;

    /** How clusters come into the catalog. */
    catalog?: {
      /**
       * How often the platform repositories are looked at, besides on every
       * push event. Default: every minute; an unchanged one costs one request.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * AWS accounts whose EKS clusters come into the catalog by themselves,
       * read with the credentials that `aws` has for the account. A read that
       * is not whole changes nothing.
       */
      eks?: Array<{
        /** 12 digits. */
        accountId: string;
        regions: string[];
        /** Only clusters that carry all these tags. Default: all clusters. */
        tags?: { [key: string]: string };
        /** Namespace of the entities. Default: `default`. */
        namespace?: string;
        /**
         * Name of the entities, of letters, digits, `-_.` and `{name}`,
         * `{region}`, `{account}`. Default: `{name}`.
         */
        name?: string;
        /** Owner of clusters without a usable owner tag. */
        owner: string;
        /** Tag whose value is the owner. Default: `owner`. */
        ownerTag?: string;
        /** Groups that an owner tag may name. Default: any. */
        allowedOwnerGroups?: string[];
        /** Tag whose value is the system. Default: `system`. */
        systemTag?: string;
        /** Tag whose value is the environment. Default: `environment`. */
        environmentTag?: string;
        /** More labels of the entity, each from a tag: label to tag. */
        labels?: { [label: string]: string };
        /** Role that the portal takes on to read the clusters. */
        assumeRole?: string;
        /** External id for that role. */
        externalId?: string;
      }>;
      /** How often EKS is looked at. Default: every 10 minutes. */
      eksSchedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * How often the labels for health and versions are compared with what the
       * clusters backend sees, in one request for the whole fleet. Changes come
       * as events at once; this is for those that are lost. Default: 5 minutes.
       */
      observations?: HumanDuration | string;
      /**
       * Whether entities carry labels for the health and the versions that are
       * seen. Whoever may read an entity sees its labels. Default: true.
       */
      labels?: boolean;
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
