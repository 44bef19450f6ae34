import { scmAuthApiRef } from '@backstage/integration-react';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PlatformRepository } from './fields/PlatformRepository/PlatformRepository';

const extensions = [
  { name: 'PlatformRepository', component: PlatformRepository },
];

/** The form of the template, with the options of its field. */
async function renderForm(options?: object) {
  const onCreate = jest.fn();
  const getCredentials = jest.fn(async () => ({
    token: 'of-the-user',
    headers: {},
  }));
  const repository = {
    type: 'string',
    'ui:field': 'PlatformRepository',
    ...(options ? { 'ui:options': { requestUserCredentials: options } } : {}),
  };
  await renderInTestApp(
    <TestApiProvider apis={[[scmAuthApiRef, { getCredentials }]]}>
      <SecretsContextProvider>
        <Stepper
          manifest={{
            title: 'Prepare or update the platform repository',
            steps: [
              {
                title: 'Repository',
                schema: { type: 'object', properties: { repository } },
              },
            ],
          }}
          extensions={extensions as never}
          onCreate={onCreate}
        />
      </SecretsContextProvider>
    </TestApiProvider>,
  );
  const user = userEvent.setup();
  const create = async () => {
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Create' }));
    await waitFor(() => expect(onCreate).toHaveBeenCalled());
    return JSON.stringify(onCreate.mock.calls);
  };
  return { getCredentials, create, user };
}

const secretsKey = 'USER_OAUTH_TOKEN';

describe('Prepare or update the platform repository', () => {
  it('asks for no token where the scaffolder wants none', async () => {
    const { getCredentials, create, user } = await renderForm();
    await user.type(
      await screen.findByRole('textbox', { name: /Platform repository/ }),
      'https://github.com/acme/platform',
    );
    expect(await create()).toContain('https://github.com/acme/platform');
    expect(getCredentials).not.toHaveBeenCalled();
  });

  it('asks for the token of the only repository without a question', async () => {
    const { getCredentials, create } = await renderForm({
      ...{ secretsKey, repository: 'https://github.com/acme/only' },
    });
    await waitFor(() =>
      expect(getCredentials).toHaveBeenCalledWith({
        url: 'https://github.com/acme/only',
        additionalScope: { repoWrite: true },
      }),
    );
    expect(await create()).not.toContain('of-the-user');
  });

  it('waits for the whole address of one of several', async () => {
    const { getCredentials, user } = await renderForm({ secretsKey });
    const field = await screen.findByRole('textbox', {
      name: /Platform repository/,
    });
    await user.type(field, 'https://github.com/acme');
    expect(getCredentials).not.toHaveBeenCalled();
    await user.type(field, '/');
    await user.paste('platform');
    await waitFor(() => expect(getCredentials).toHaveBeenCalledTimes(1));
    expect(getCredentials).toHaveBeenCalledWith(
      expect.objectContaining({ url: 'https://github.com/acme/platform' }),
    );
  });
});
