import { createHash } from 'node:crypto';
import type {
  Assessment,
  ClusterDetail,
  ClusterView,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import type { AssessedCluster } from '../assessment/ClusterAssessor';

/** A view as JSON in UTF-8, and what tells it from others. */
interface ViewText {
  bytes: Buffer;
  hash: string;
}

/**
 * Everything that is shown of a cluster, as the JSON that pages get. As objects
 * it takes several times the memory, and only few clusters are looked at.
 */
export class ClusterBody {
  readonly #row: FleetRow;
  /** The assessment but for the time of the look, and that time. */
  readonly #assessed: string | undefined;
  readonly #observedAt: string;
  readonly #view: ViewText | undefined;
  /** The same as long as nothing else is shown; times of looks do not count. */
  readonly hash: string;

  private constructor(parts: {
    row: FleetRow;
    assessed: string | undefined;
    observedAt: string;
    view: ViewText | undefined;
    hash: string;
  }) {
    this.#row = parts.row;
    this.#assessed = parts.assessed;
    this.#observedAt = parts.observedAt;
    this.#view = parts.view;
    this.hash = parts.hash;
  }

  /** Takes what another backend, or an earlier process, shows. */
  static restored({ row, assessment, view }: ClusterDetail): ClusterBody {
    const { observedAt = '', ...assessed } = assessment ?? {};
    return new ClusterBody({
      row,
      assessed: assessment && JSON.stringify(assessed),
      observedAt,
      view: view && textOf(view),
      hash: '',
    });
  }

  /**
   * @param labels - of the cluster: they decide who sees it
   * @param before - what was shown until now
   */
  static assessed(
    { row, assessment, view }: AssessedCluster,
    labels: Record<string, string>,
    before: ClusterBody | undefined,
  ): { hash: string; body(revision: number): ClusterBody } {
    const { observedAt = '', ...parts } = assessment ?? {};
    const text = assessment && JSON.stringify(parts);
    // An equal text that is old already costs the garbage collector nothing.
    const assessed =
      before && before.#assessed === text ? before.#assessed : text;
    const last = before && before.#view;
    const viewText = view === 'unchanged' ? last : view && textOf(view);
    const shown: Partial<FleetRow> = {
      ...row,
      observedAt: row.connection.state === 'live' ? undefined : row.observedAt,
      // While the cluster is assessed this is only the time of the look.
      lastKnown: row.verdict === 'unknown' ? row.lastKnown : undefined,
    };
    const hash = hashOf(
      JSON.stringify([labels, shown]),
      assessed ?? '',
      viewText?.hash ?? '',
    );
    return {
      hash,
      body: revision =>
        new ClusterBody({
          row: { ...row, revision },
          assessed,
          observedAt,
          view: viewText,
          hash,
        }),
    };
  }

  get row(): FleetRow {
    return this.#row;
  }

  /** The JSON, as UTF-8. */
  toBytes(): Buffer {
    const row = `{"row":${JSON.stringify(this.#row)}`;
    const assessment = this.#assessmentText();
    const head = assessment ? `${row},"assessment":${assessment}` : row;
    return this.#view
      ? Buffer.concat([
          Buffer.from(`${head},"view":`),
          this.#view.bytes,
          Buffer.from('}'),
        ])
      : Buffer.from(`${head}}`);
  }

  toString(): string {
    return this.toBytes().toString('utf8');
  }

  /** Its findings and checks. */
  assessment(): Assessment | undefined {
    const text = this.#assessmentText();
    return text ? JSON.parse(text) : undefined;
  }

  #assessmentText(): string | undefined {
    const time = JSON.stringify(this.#observedAt);
    return this.#assessed && `{"observedAt":${time},${this.#assessed.slice(1)}`;
  }

  /** What pages show of its insides. We wrote it: it is not checked again. */
  view(): ClusterView | undefined {
    return this.#view && JSON.parse(this.#view.bytes.toString('utf8'));
  }
}

function textOf(view: ClusterView): ViewText {
  const text = JSON.stringify(view);
  return { bytes: Buffer.from(text), hash: hashOf(text) };
}

function hashOf(...texts: string[]): string {
  const hash = createHash('sha256');
  texts.forEach(text => hash.update(text).update('\n'));
  return hash.digest('base64');
}
