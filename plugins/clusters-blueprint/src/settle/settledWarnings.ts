import { formatSpecPath } from '@clusterworks/plugin-clusters-spec';
import type { RenderWarning } from '../warnings/RenderWarning';
import type { EarlierRender } from './earlierRender';
import type { SettledValue } from './SettledValue';

/**
 * Says what is written into the `cluster.yaml` of a cluster that exists. For a
 * new cluster there is no warning, because its file is new as a whole.
 */
export function settledWarnings(
  values: readonly SettledValue[],
  earlier: EarlierRender | undefined,
): RenderWarning[] {
  const list = values.map(
    ({ path, value }) => `${formatSpecPath(path)} ${value}`,
  );
  return earlier && values.length > 0
    ? [
        {
          code: 'values-settled',
          message: `cluster.yaml did not say and now does, as the files of the cluster hold it (of an add-on that is new to it, as a new cluster gets it): ${list.join(
            ', ',
          )}. From now on a change of its own moves it.`,
        },
      ]
    : [];
}
