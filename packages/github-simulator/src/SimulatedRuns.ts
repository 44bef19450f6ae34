/** A check of a commit, or a run of a workflow. */
export type SimulatedRun = {
  name: string;
  /** File of the workflow: `.github/workflows/terraform-apply.yml`. */
  path?: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion?: 'success' | 'failure';
  startedAt: string;
  /** When a step of a run that goes on ended last. */
  updatedAt?: string;
  completedAt?: string;
};

/** Runs by the commit that they are about; kept in memory. */
export class SimulatedRuns {
  readonly #byCommit = new Map<string, SimulatedRun[]>();

  of(sha: string): readonly SimulatedRun[] {
    return this.#byCommit.get(sha) ?? [];
  }

  /** Sets a run; one of the same name takes the place of the one before. */
  set(sha: string, run: SimulatedRun): void {
    const others = this.of(sha).filter(({ name }) => name !== run.name);
    this.#byCommit.set(sha, [...others, run]);
  }
}
