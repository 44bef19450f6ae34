import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { MAX_FLEET_PAGE } from '@clusterworks/plugin-clusters-common';
import { awsRegions } from '@clusterworks/plugin-clusters-spec';
import useAsync from 'react-use/esm/useAsync';
import { useClustersClient } from '../useClustersClient';
import { type Choices, choicesOf, refOfGroup, refOfSystem } from './choicesOf';

/** What a choice is about. */
export type ChoiceName = 'environment' | 'region' | 'owner' | 'system';

/** Entities that are offered. */
const MOST_ENTITIES = 500;

const USUAL_ENVIRONMENTS = ['dev', 'staging', 'prod'];

/** The values that a field offers, those in use first. */
export function useChoices(name: ChoiceName): Choices {
  const client = useClustersClient();
  const catalog = useApi(catalogApiRef);
  const used = useAsync(async () => {
    if (name === 'system') {
      // The rows of the fleet do not tell it.
      return [];
    }
    const { items } = await client.getFleet({ limit: MAX_FLEET_PAGE });
    return items.flatMap(row => row[name] ?? []);
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
        return items.map(({ metadata }) =>
          name === 'owner' ? refOfGroup(metadata) : refOfSystem(metadata),
        );
      }
    }
  }, [catalog, name]);
  return choicesOf(used.value ?? [], known.value ?? []);
}
