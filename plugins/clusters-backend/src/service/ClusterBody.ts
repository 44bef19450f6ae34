import { createHash } from 'node:crypto';
import type {
  Assessment,
  ClusterDetail,
  ClusterView,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import type { Judgement } from './Judge';

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
  readonly #assessment: string | undefined;
  readonly #view: ViewText | undefined;
  /** The same as long as nothing else is shown; times of looks do not count. */
  readonly hash: string;

  private constructor(parts: {
    row: FleetRow;
    assessment: string | undefined;
    view: ViewText | undefined;
    hash: string;
  }) {
    this.#row = parts.row;
    this.#assessment = parts.assessment;
    this.#view = parts.view;
    this.hash = parts.hash;
  }

  /** Takes what another backend, or an earlier process, shows. */
  static restored({ row, assessment, view }: ClusterDetail): ClusterBody {
    return new ClusterBody({
      row,
      assessment: assessment && JSON.stringify(assessment),
      view: view && textOf(view),
      hash: '',
    });
  }

  /**
   * @param labels - of the cluster: they decide who sees it
   * @param before - what was shown until now
   */
  static judged(
    { row, assessment, view }: Judgement,
    labels: Record<string, string>,
    before: ClusterBody | undefined,
  ): { hash: string; body(revision: number): ClusterBody } {
    const { observedAt, ...judged } = assessment ?? { observedAt: '' };
    const judgedText = JSON.stringify(judged);
    const last = before && before.#view;
    const viewText = view === 'unchanged' ? last : view && textOf(view);
    const shown: Partial<FleetRow> = {
      ...row,
      observedAt: row.connection.state === 'live' ? undefined : row.observedAt,
      // While the cluster is judged this is only the time of the look.
      lastKnown: row.verdict === 'unknown' ? row.lastKnown : undefined,
    };
    const hash = hashOf(
      JSON.stringify([labels, shown]),
      judgedText,
      viewText?.hash ?? '',
    );
    const time = JSON.stringify(observedAt);
    return {
      hash,
      body: revision =>
        new ClusterBody({
          row: { ...row, revision },
          assessment:
            assessment && `{"observedAt":${time},${judgedText.slice(1)}`,
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
    const assessment = this.#assessment && `,"assessment":${this.#assessment}`;
    const head = `${row}${assessment ?? ''}`;
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
    return this.#assessment ? JSON.parse(this.#assessment) : undefined;
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
