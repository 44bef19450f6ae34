import { InputError } from '@backstage/errors';
import {
  renderCluster,
  type RenderedCluster,
  type RenderOptions,
} from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** The message to the rendering thread. */
export interface RenderRequest {
  spec: unknown;
  options: RenderOptions;
}

/** A rendered cluster, or all problems of the spec as text. */
export type RenderAnswer = { rendered: RenderedCluster } | { refused: string };

/**
 * The file from which a thread loads {@link renderTask}, in the sources or in
 * the build.
 */
export const renderTaskFile = __filename;

/**
 * Renders in a thread. Errors lose their class when they are sent back, so
 * refusals are sent as text.
 */
export function renderTask({ spec, options }: RenderRequest): RenderAnswer {
  try {
    return { rendered: renderCluster(parseClusterSpec(spec), options) };
  } catch (error) {
    if (error instanceof InputError) {
      return { refused: error.message };
    }
    throw error;
  }
}

/** Does nothing; running it makes the thread load all of its code. */
export function startTask(): void {}
