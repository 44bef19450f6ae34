import type {
  RenderedCluster,
  RenderOptions,
} from '@clusterworks/plugin-clusters-blueprint';

/**
 * Options of a {@link ClusterRenderer}.
 *
 * @public
 */
export interface ClusterRenderOptions extends RenderOptions {
  /**
   * Called when rendering starts; before, the request waits for other
   * renderings.
   */
  onStart?(): void;
}

/**
 * Renders clusters with `renderCluster` of the blueprint in a worker thread, so
 * that pages and other requests do not wait for the rendering.
 *
 * @public
 */
export interface ClusterRenderer {
  /**
   * The files of the platform repository for one cluster.
   *
   * @throws InputError that lists all problems of the spec
   * @throws ServiceUnavailableError when rendering takes too long or too much
   * memory, or when too many requests wait
   */
  render(
    spec: unknown,
    options?: ClusterRenderOptions,
  ): Promise<RenderedCluster>;
}
