import { expect } from '@playwright/test';
import type { Portal } from './Portal';

/** Posts to a route of the demo beneath `/_demo/`. */
export async function tellDemo(
  { githubUrl }: Pick<Portal, 'githubUrl'>,
  route: string,
): Promise<void> {
  const { status } = await fetch(`${githubUrl}/_demo/${route}`, {
    method: 'POST',
  });
  expect(status, route).toBe(202);
}
