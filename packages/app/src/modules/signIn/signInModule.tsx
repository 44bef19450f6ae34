import { SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  createFrontendModule,
  githubAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  type SignInPageProps,
} from '@backstage/plugin-app-react';

const githubProvider = {
  id: 'github-auth-provider',
  title: 'GitHub',
  message: 'Sign in using GitHub',
  apiRef: githubAuthApiRef,
};

function ConfiguredSignInPage(props: SignInPageProps) {
  const config = useApi(configApiRef).getOptionalConfig('app.signIn');
  const guest = config?.getOptionalBoolean('guest') ?? false;
  const github = config?.getOptionalBoolean('github') ?? !guest;
  return (
    <SignInPage
      {...props}
      providers={[
        ...(guest ? (['guest'] as const) : []),
        ...(github ? [githubProvider] : []),
      ]}
    />
  );
}

/** The sign-in page: guests only where `app.signIn.guest` says so. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: { loader: async () => ConfiguredSignInPage },
    }),
  ],
});
