import type {
  Assessment,
  ClusterDetail,
  ClusterView,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import type { AssessedCluster } from '../assessment/ClusterAssessor';
import type { KnownCluster } from '../discovery/KnownCluster';
import { hashOf } from './hashOf';
import { ViewText } from './ViewText';

/**
 * Everything that is shown of a cluster, kept as the JSON that pages get. As
 * objects it would take several times the memory, and only few clusters are
 * opened.
 */
export class ClusterBody {
  readonly #row: FleetRow;
  /** The assessment without its time, and that time separately. */
  readonly #assessed: string | undefined;
  readonly #observedAt: string;
  readonly #view: ViewText | undefined;
  /** Hash of what is shown, without the time of the assessment. */
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

  /**
   * Makes the body from a state saved by another backend or an earlier process.
   */
  static restored({ row, assessment, view }: ClusterDetail): ClusterBody {
    const { observedAt = '', ...assessed } = assessment ?? {};
    return new ClusterBody({
      row,
      assessed: assessment && JSON.stringify(assessed),
      observedAt,
      view: view && new ViewText(view),
      hash: '',
    });
  }

  /**
   * Makes the body from a new assessment.
   *
   * @param cluster - its labels and other claims decide who sees what
   * @param before - the body that was shown until now
   */
  static assessed(
    { row, assessment, view }: AssessedCluster,
    { labels, otherClaims }: Pick<KnownCluster, 'labels' | 'otherClaims'>,
    before: ClusterBody | undefined,
  ): { hash: string; body(revision: number): ClusterBody } {
    const { observedAt = '', ...parts } = assessment ?? {};
    const text = assessment && JSON.stringify(parts);
    // The old text is reused when it is equal: the garbage collector has moved
    // it to the old generation already.
    const assessed =
      before && before.#assessed === text ? before.#assessed : text;
    const last = before && before.#view;
    const viewText = view === 'unchanged' ? last : view && new ViewText(view);
    const shown: Partial<FleetRow> = {
      ...row,
      observedAt: row.connection.state === 'live' ? undefined : row.observedAt,
      // While the cluster can be assessed, `lastKnown` would only repeat the
      // time of the look.
      lastKnown: row.verdict === 'unknown' ? row.lastKnown : undefined,
    };
    const hash = hashOf(
      JSON.stringify([labels, otherClaims, shown]),
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

  /** The view as JSON. */
  get viewText(): ViewText | undefined {
    return this.#view;
  }

  /**
   * The JSON, as UTF-8.
   *
   * @param shownRow - the row as the caller may see it
   */
  toBytes(shownRow: FleetRow = this.#row): Buffer {
    const row = `{"row":${JSON.stringify(shownRow)}`;
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

  /** The findings and checks of the cluster. */
  assessment(): Assessment | undefined {
    const text = this.#assessmentText();
    return text ? JSON.parse(text) : undefined;
  }

  /** Whether another body has the same findings and checks. */
  hasAssessmentOf(other: ClusterBody | undefined): boolean {
    return other !== undefined && other.#assessed === this.#assessed;
  }

  #assessmentText(): string | undefined {
    const time = JSON.stringify(this.#observedAt);
    return this.#assessed && `{"observedAt":${time},${this.#assessed.slice(1)}`;
  }

  /**
   * The view of the cluster's inside. This backend wrote the JSON, so it is not
   * validated again.
   */
  view(): ClusterView | undefined {
    return this.#view && JSON.parse(this.#view.bytes.toString('utf8'));
  }
}
