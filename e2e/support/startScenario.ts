import { expect } from '@playwright/test';
import type { Portal } from './Portal';

/** Lets something happen to a cluster of the demo; `still` ends it. */
export async function startScenario(
  { githubUrl }: Pick<Portal, 'githubUrl'>,
  cluster: string,
  scenario: string,
): Promise<void> {
  const { status } = await fetch(
    `${githubUrl}/_demo/clusters/${cluster}/scenario/${scenario}`,
    { method: 'POST' },
  );
  expect(status, `${cluster}: ${scenario}`).toBe(202);
}
