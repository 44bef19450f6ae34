import { expect, type Page } from '@playwright/test';

/** Where the demo's GitHub keeps the repository of the clusters. */
const REPOSITORY = '/api/v3/repos/acme/platform';
/** As `app-config.demo.yaml` has it: a token of the demo, no secret. */
const TOKEN = 'demo-github-token';

/** The platform repository of the demo, for what people do without the portal. */
export class PlatformOfDemo {
  readonly #url: string;

  constructor(githubUrl: string) {
    this.#url = githubUrl + REPOSITORY;
  }

  /** The text of a file in the base branch. */
  async readFile(path: string): Promise<string> {
    const { content } = await this.#send(`/contents/${path}`);
    return Buffer.from(content, 'base64').toString();
  }

  /** Edits a file by hand, as a person would in GitHub. */
  async editByHand(
    path: string,
    edit: (text: string) => string,
  ): Promise<void> {
    const { content, sha } = await this.#send(`/contents/${path}`);
    const before = Buffer.from(content, 'base64').toString();
    const after = edit(before);
    expect(after).not.toBe(before);
    await this.#send(`/contents/${path}`, 'PUT', {
      message: 'Edit by hand',
      content: Buffer.from(after).toString('base64'),
      sha,
    });
  }

  /** Merges a pull request on its page. */
  async merge(page: Page, url: string): Promise<void> {
    await page.goto(url);
    await page.getByRole('button', { name: /merge/i }).click();
    await expect(page.getByText(/merged/i).first()).toBeVisible();
  }

  async #send(path: string, method = 'GET', body?: object) {
    const response = await fetch(this.#url + path, {
      method,
      headers: { authorization: `token ${TOKEN}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(response.ok, `${method} ${path}`).toBe(true);
    return await response.json();
  }
}
