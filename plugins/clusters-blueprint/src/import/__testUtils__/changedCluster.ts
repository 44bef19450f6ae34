import type { ClusterCapture } from '@clusterworks/plugin-clusters-health';
import { renderCluster } from '../../renderCluster';
import { specs } from '../../__testUtils__/specs';
import type { ImportInput } from '../importCluster';
import { describedCluster } from './describedCluster';

/** Changes of a described cluster. */
export type ClusterChange = {
  spec?: keyof typeof specs;
  /** Changes the parsed output in a file; `undefined` takes the file away. */
  aws?: Record<string, (output: any) => unknown>;
  /** Files that are added. */
  add?: Record<string, unknown>;
  /** Changes the items of a resource; `undefined` takes the resource away. */
  capture?: Record<string, (items: any[]) => any[] | undefined>;
  /** Changes the capture around its items. */
  with?: Partial<ClusterCapture>;
};

/** The inputs for a cluster of the blueprint that was changed since. */
export function changedCluster({
  spec = 'minimal',
  aws = {},
  add = {},
  capture = {},
  with: around = {},
}: ClusterChange): ImportInput {
  const { input } = describedCluster(renderCluster(specs[spec]).spec);
  const texts = input.aws.flatMap(({ name, text }) => {
    const change = aws[name.replace(/\.json$/, '')];
    const output = change ? change(JSON.parse(text)) : JSON.parse(text);
    return output === undefined ? [] : { name, text: JSON.stringify(output) };
  });
  const added = Object.entries(add).map(([name, value]) => ({
    name,
    text: JSON.stringify(value),
  }));
  return {
    aws: [...texts, ...added],
    capture: {
      ...input.capture,
      ...around,
      resources: input.capture.resources.flatMap(each => {
        const change = capture[each.resource];
        const items = change ? change(structuredClone(each.items)) : each.items;
        return items === undefined ? [] : { ...each, items };
      }),
    },
  };
}
