import type { SimulatedRepository } from '../SimulatedRepository';

/** Addresses of one repository, as its API answers and pages name them. */
export class GithubUrls {
  readonly #repository: Pick<SimulatedRepository, 'fullName'>;

  constructor(
    /** Origin of the simulated GitHub, without a slash at the end. */
    readonly origin: string,
    repository: Pick<SimulatedRepository, 'fullName'>,
  ) {
    this.#repository = repository;
  }

  /** Address of something in the REST API of this repository. */
  api(path = ''): string {
    return `${this.origin}/api/v3/repos/${this.#repository.fullName}${path}`;
  }

  /** Address of a page of this repository. */
  page(path = ''): string {
    return `${this.origin}/${this.#repository.fullName}${path}`;
  }

  /** Address of a user in the REST API. */
  user(login: string): string {
    return `${this.origin}/api/v3/users/${encodeURIComponent(login)}`;
  }
}

/** A path with each part encoded and its slashes kept. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
