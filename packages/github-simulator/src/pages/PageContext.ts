import type { SimulatedRepository } from '../SimulatedRepository';
import type { Html } from './html';
import { html } from './html';

/** The dependencies of the pages of one repository. */
export interface PageContext {
  repository: SimulatedRepository;
  /** Proves that a form was sent from a page of this server. */
  formToken: string;
}

/** Path of a page of a repository. */
export function pagePath(repository: SimulatedRepository, path = ''): string {
  return `/${repository.fullName}${path}`;
}

/** Name of the repository and the links to its parts. */
export function repositoryHeading(repository: SimulatedRepository): Html {
  return html`<nav>
    <strong
      ><a href="${pagePath(repository)}">${repository.fullName}</a></strong
    >
    <a href="${pagePath(repository, `/tree/${repository.defaultBranch}`)}"
      >Code</a
    >
    <a href="${pagePath(repository, '/pulls')}">Pull requests</a>
    <a href="${pagePath(repository, `/commits/${repository.defaultBranch}`)}"
      >Commits</a
    >
  </nav>`;
}
