import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { RenderResponse } from '@clusterworks/plugin-clusters-common';
import { checkOverlaps } from '@clusterworks/plugin-clusters-changes-node';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import type { AddressChecks } from '../ledger/AddressChecks';
import { callerOf } from '../limits/callerOf';
import { checkMayRender } from './checkMayRender';
import { RenderLimiter } from './RenderLimiter';
import { toRenderResponse } from './toRenderResponse';

/** Renders previews for callers with permission, within their limits. */
export class PreviewRenderer {
  readonly #permissions: PermissionsService;
  readonly #renderer: ClusterRenderer;
  readonly #addresses: Pick<AddressChecks, 'of'>;
  readonly #now: () => number;
  readonly #limiter = new RenderLimiter();

  constructor(options: {
    permissions: PermissionsService;
    renderer: ClusterRenderer;
    addresses: Pick<AddressChecks, 'of'>;
    now(): number;
  }) {
    this.#permissions = options.permissions;
    this.#renderer = options.renderer;
    this.#addresses = options.addresses;
    this.#now = options.now;
  }

  /**
   * The files that a spec renders to.
   *
   * @param overlapAcknowledgement - why the cluster may share addresses
   * @throws NotAllowedError without the permission `clusters.render`,
   * ConflictError for addresses that another cluster has, and the errors of the
   * limiter and the renderer
   */
  async render(
    spec: unknown,
    credentials: BackstageCredentials,
    overlapAcknowledgement?: string,
  ): Promise<RenderResponse> {
    await checkMayRender(this.#permissions, credentials);
    const today = new Date(this.#now()).toISOString().slice(0, 10);
    const rendered = await this.#limiter.run(
      callerOf(credentials),
      // Time spent waiting for other callers' clusters does not count against
      // the caller.
      onStart => this.#renderer.render(spec, { today, onStart }),
    );
    const { warnings } = checkOverlaps(
      await this.#addresses.of(
        rendered.spec,
        credentials,
        overlapAcknowledgement,
      ),
    );
    return toRenderResponse({
      ...rendered,
      warnings: [...rendered.warnings, ...warnings],
    });
  }
}
