import type { RenderedCluster } from '@clusterworks/plugin-clusters-blueprint';
import type { RenderAnswer, RenderRequest } from '../render/renderTask';

/** Depending on the spec, blocks, exhausts memory or throws. */
export function renderTask({ spec }: RenderRequest): RenderAnswer {
  const kept: string[][] = [];
  while (spec === 'takes for ever' || spec === 'takes all memory') {
    if (spec === 'takes all memory') {
      kept.push(Array.from({ length: 10_000 }, (_, index) => `${index}`));
    }
  }
  if (spec === 'fails') {
    throw new Error('A bug');
  }
  return { rendered: { summary: spec } as RenderedCluster };
}

export function startTask(): void {}
