import { clusterLabels } from '@clusterworks/plugin-clusters-common';
import type {
  DefaultEntityFilters,
  EntityFilter,
} from '@backstage/plugin-catalog-react';

/** Keeps entities whose label has one of some values; the catalog does it. */
abstract class LabelFilter implements EntityFilter {
  protected abstract readonly label: string;

  constructor(readonly values: string[]) {}

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.labels.${this.label}`]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

class HealthFilter extends LabelFilter {
  protected readonly label = clusterLabels.health;
}

class EnvironmentFilter extends LabelFilter {
  protected readonly label = clusterLabels.environment;
}

class RegionFilter extends LabelFilter {
  protected readonly label = clusterLabels.region;
}

class KubernetesFilter extends LabelFilter {
  protected readonly label = clusterLabels.kubernetesVersionMinor;
}

/** The filters by what the labels of clusters say, by their names in a URL. */
export const clusterLabelFilters = {
  clusterHealth: { label: clusterLabels.health, Filter: HealthFilter },
  clusterEnvironment: {
    label: clusterLabels.environment,
    Filter: EnvironmentFilter,
  },
  clusterRegion: { label: clusterLabels.region, Filter: RegionFilter },
  clusterKubernetes: {
    label: clusterLabels.kubernetesVersionMinor,
    Filter: KubernetesFilter,
  },
} as const;

/** The name of a filter by a label. */
export type ClusterFilterName = keyof typeof clusterLabelFilters;

/** The filters of the catalog's page, with ours. */
export type ClusterEntityFilters = DefaultEntityFilters & {
  [name in ClusterFilterName]?: LabelFilter;
};
