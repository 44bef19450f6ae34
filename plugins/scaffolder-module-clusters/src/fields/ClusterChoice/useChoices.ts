import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { awsRegions } from '@clusterworks/plugin-clusters-spec';
import useAsync from 'react-use/esm/useAsync';
import { useClustersClient } from '../useClustersClient';
import { type Choices, choicesOf } from './choicesOf';

/** What a choice is about. */
export const choiceNames = [
  'environment',
  'region',
  'owner',
  'system',
] as const;
/** What a choice is about. */
export type ChoiceName = (typeof choiceNames)[number];

/** Clusters whose values are counted, and entities that are offered. */
const MOST_CLUSTERS = 2_000;
const MOST_ENTITIES = 500;

const USUAL_ENVIRONMENTS = ['dev', 'staging', 'prod'];

function usedIn(row: FleetRow, name: ChoiceName): string | undefined {
  return name === 'system' ? undefined : row[name];
}

/** The values that a field offers, those in use first. */
export function useChoices(name: ChoiceName): Choices {
  const client = useClustersClient();
  const catalog = useApi(catalogApiRef);
  const used = useAsync(async () => {
    const { items } = await client.getFleet({ limit: MOST_CLUSTERS });
    return items.flatMap(row => usedIn(row, name) ?? []);
  }, [client, name]);
  const known = useAsync(async () => {
    switch (name) {
      case 'environment':
        return USUAL_ENVIRONMENTS;
      case 'region':
        return awsRegions.map(region => region.name);
      default: {
        const { items } = await catalog.getEntities({
          filter: { kind: name === 'owner' ? 'Group' : 'System' },
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          limit: MOST_ENTITIES,
        });
        return items.map(({ metadata: { namespace = 'default', name: of } }) =>
          // A spec names a system without its kind.
          name === 'owner' ? `group:${namespace}/${of}` : of,
        );
      }
    }
  }, [catalog, name]);
  return choicesOf(used.value ?? [], known.value ?? []);
}
