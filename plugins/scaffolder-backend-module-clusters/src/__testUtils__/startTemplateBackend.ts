import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { startSimulatedGithub } from '@clusterworks/github-simulator';
import { eventually } from '@clusterworks/test-support';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import module from '..';

const user: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mock', namespace: 'default' },
  spec: {},
};

/** Answers permission requests; a test replaces it. */
export type Authorize = jest.Mock;

/** Allows everything, until a test says otherwise. */
export function allowAll(authorize: Authorize): void {
  authorize.mockImplementation(async (requests: unknown[]) =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  );
}

/** Denies one permission, and allows the others. */
export function denyOnly(authorize: Authorize, name: string): void {
  authorize.mockImplementation(
    async (requests: { permission: { name: string } }[]) =>
      requests.map(({ permission }) => ({
        result:
          permission.name === name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  );
}

/**
 * Starts a scaffolder with our module, a GitHub with one platform repository,
 * and a catalog with one template.
 */
export async function startTemplateBackend(options: {
  /** The template.yaml. */
  file: string;
  /** Settings of the platform repository besides its address. */
  platformRepository?: Record<string, unknown>;
  /** Further entities of the catalog. */
  entities?(repositoryUrl: string): Entity[];
  /** Permissions are not asked for without it. */
  authorize?: Authorize;
}) {
  const { file, authorize, platformRepository } = options;
  const directory = await mkdtemp(join(tmpdir(), 'template-'));
  const github = await startSimulatedGithub({ directory, port: 0 });
  const { host, apiBaseUrl, token, repositoryUrl } = github;
  const template = parse(readFileSync(file, 'utf8'));
  template.metadata.namespace = 'default';
  template.metadata.annotations = {
    'backstage.io/managed-by-location': `file:${file}`,
  };
  const permissions =
    authorize &&
    mockServices.permissions.mock({
      authorize,
      authorizeConditional: async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    });
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      module,
      ...(permissions ? [permissions.factory] : []),
      catalogServiceMock.factory({
        entities: [
          ...[template, user],
          ...(options.entities?.(repositoryUrl) ?? []),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          scaffolder: { concurrentTasksLimit: 1 },
          integrations: { github: [{ host, apiBaseUrl, token }] },
          clusters: {
            platformRepositories: [
              { url: repositoryUrl, ...(platformRepository as object) },
            ],
          },
        },
      }),
    ],
  });
  const authorization = mockCredentials.user.header();
  const post = async (path: string, body: object) =>
    await request(backend.server)
      .post(`/api/scaffolder/v2/${path}`)
      .set('Authorization', authorization)
      .send(body);
  return {
    github,
    post,
    /** Runs the template to its end; the last event says how it ended. */
    async run(values: object) {
      const { status, body } = await post('tasks', {
        templateRef: `template:default/${template.metadata.name}`,
        values,
      });
      if (status !== 201) {
        return { created: status, body };
      }
      const get = (path: string) =>
        request(backend.server)
          .get(`/api/scaffolder/v2/tasks/${body.id}${path}`)
          .set('Authorization', authorization);
      const ended = await eventually(async () => {
        const { body: task } = await get('');
        return !['open', 'processing'].includes(task.status) && task.status;
      });
      const { body: events } = await get('/events');
      return {
        created: status,
        status: ended,
        events,
        last: events.at(-1).body,
      };
    },
    async stop() {
      await backend.stop();
      await github.stop();
      await rm(directory, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

/** What {@link startTemplateBackend} started. */
export type TemplateBackend = Awaited<ReturnType<typeof startTemplateBackend>>;
