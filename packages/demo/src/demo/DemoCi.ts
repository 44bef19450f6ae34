import type {
  SimulatedPush,
  SimulatedRepository,
} from '@clusterworks/github-simulator';
import type { WorldClock } from '../world/time/WorldClock';

/** How long the check of a pull request takes. */
const CHECK_MS = 10_000;
const PLAN = 'Terraform plan';
const APPLY = {
  name: 'Terraform apply',
  path: '.github/workflows/terraform-apply.yml',
};

/** What GitHub tells of the workflows that the demo does not run. */
export class DemoCi {
  readonly #repository: SimulatedRepository;
  readonly #clock: WorldClock;
  /** Cancels the checks that have not ended, by commit. */
  readonly #running = new Map<string, () => void>();

  constructor(repository: SimulatedRepository, clock: WorldClock) {
    this.#repository = repository;
    this.#clock = clock;
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  /** A pull request of ours gets a check, which passes after a while. */
  check({ ref, after }: SimulatedPush): void {
    if (!ref.startsWith('refs/heads/clusterworks/') || /^0+$/.test(after)) {
      return;
    }
    const { checks } = this.#repository.ci;
    const run = { name: PLAN, startedAt: this.#now() };
    checks.set(after, { ...run, status: 'in_progress' });
    const cancel = this.#clock.after(CHECK_MS, () => {
      this.#running.delete(after);
      checks.set(after, {
        ...{ ...run, status: 'completed', conclusion: 'success' },
        completedAt: this.#now(),
      });
    });
    this.#running.get(after)?.();
    this.#running.set(after, cancel);
  }

  /** Ends no check any more. */
  stop(): void {
    this.#running.forEach(cancel => cancel());
    this.#running.clear();
  }

  /** The workflow of the newest commit runs until the result is called. */
  async apply(): Promise<() => void> {
    const sha = await this.#repository.git.readRef('refs/heads/main');
    if (!sha) {
      return () => {};
    }
    const { workflows } = this.#repository.ci;
    const run = { ...APPLY, startedAt: this.#now() };
    workflows.set(sha, { ...run, status: 'in_progress' });
    return () =>
      workflows.set(sha, {
        ...{ ...run, status: 'completed', conclusion: 'success' },
        completedAt: this.#now(),
      });
  }
}
