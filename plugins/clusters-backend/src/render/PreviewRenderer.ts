import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  clusterRenderPermission,
  type RenderResponse,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import { callerOf } from '../limits/callerOf';
import { RenderLimiter } from './RenderLimiter';
import { toRenderResponse } from './toRenderResponse';

/** Renders previews for callers with permission, within their limits. */
export class PreviewRenderer {
  readonly #permissions: PermissionsService;
  readonly #renderer: ClusterRenderer;
  readonly #now: () => number;
  readonly #limiter = new RenderLimiter();

  constructor(options: {
    permissions: PermissionsService;
    renderer: ClusterRenderer;
    now(): number;
  }) {
    this.#permissions = options.permissions;
    this.#renderer = options.renderer;
    this.#now = options.now;
  }

  /**
   * The files that a spec renders to.
   *
   * @throws NotAllowedError without the permission `clusters.render`, and the
   * errors of the limiter and the renderer
   */
  async render(
    spec: unknown,
    credentials: BackstageCredentials,
  ): Promise<RenderResponse> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: clusterRenderPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('Not allowed to preview clusters');
    }
    const today = new Date(this.#now()).toISOString().slice(0, 10);
    const rendered = await this.#limiter.run(
      callerOf(credentials),
      // Time spent waiting for other callers' clusters does not count against
      // the caller.
      onStart => this.#renderer.render(spec, { today, onStart }),
    );
    return toRenderResponse(rendered);
  }
}
