/** A value for every variable of app-config.production.yaml. */
export const productionEnvironment: Record<string, string> = {
  APP_BASE_URL: 'https://portal.example.com',
  POSTGRES_HOST: 'db.example.com',
  POSTGRES_PORT: '5432',
  POSTGRES_USER: 'backstage',
  POSTGRES_PASSWORD: 'from-the-environment',
  AUTH_GITHUB_CLIENT_ID: 'id',
  AUTH_GITHUB_CLIENT_SECRET: 'from-the-environment',
  GITHUB_ORGANIZATION: 'example',
  GITHUB_APP_ID: '1',
  GITHUB_APP_CLIENT_ID: 'id',
  GITHUB_APP_CLIENT_SECRET: 'from-the-environment',
  GITHUB_APP_WEBHOOK_SECRET: 'from-the-environment',
  GITHUB_APP_PRIVATE_KEY: 'from-the-environment',
  PLATFORM_REPOSITORY_URL: 'https://github.com/example/platform',
  AWS_REGION: 'eu-west-1',
};
