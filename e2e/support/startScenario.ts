import type { Portal } from './Portal';
import { tellDemo } from './tellDemo';

/** Lets something happen to a cluster of the demo; `still` ends it. */
export function startScenario(
  portal: Pick<Portal, 'githubUrl'>,
  cluster: string,
  scenario: string,
): Promise<void> {
  return tellDemo(portal, `clusters/${cluster}/scenario/${scenario}`);
}
