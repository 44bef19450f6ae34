import { ConfigReader } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..', '..');

const environment: Record<string, string> = {
  APP_BASE_URL: 'https://portal.example.com',
  POSTGRES_HOST: 'db.example.com',
  POSTGRES_PORT: '5432',
  POSTGRES_USER: 'backstage',
  POSTGRES_PASSWORD: 'from-the-environment',
  BACKEND_SECRET: 'from-the-environment',
  AUTH_GITHUB_CLIENT_ID: 'id',
  AUTH_GITHUB_CLIENT_SECRET: 'from-the-environment',
  GITHUB_APP_ID: '1',
  GITHUB_APP_CLIENT_ID: 'id',
  GITHUB_APP_CLIENT_SECRET: 'from-the-environment',
  GITHUB_APP_WEBHOOK_SECRET: 'from-the-environment',
  GITHUB_APP_PRIVATE_KEY: 'from-the-environment',
  CLUSTERWORKS_PORTAL_PORT: '3000',
  CLUSTERWORKS_BACKEND_PORT: '7007',
  CLUSTERWORKS_GITHUB_PORT: '7020',
  CLUSTERWORKS_STATE_DIR: '/tmp/state',
  CLUSTERWORKS_BACKEND_SECRET: 'from-the-launcher',
  PLATFORM_REPOSITORY_URL: 'https://github.com/example/platform',
  AWS_REGION: 'eu-west-1',
};

function load(...files: string[]) {
  return ConfigSources.toConfig(
    ConfigSources.defaultForTargets({
      targets: files.map(file => ({
        type: 'path' as const,
        target: path.join(root, file),
      })),
      substitutionFunc: async name => environment[name],
      watch: false,
    }),
  );
}

function leaves(value: unknown, at = ''): [string, unknown][] {
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, child]) =>
      leaves(child, at ? `${at}.${key}` : key),
    );
  }
  return [[at, value]];
}

function isLoopback([, value]: [string, unknown]) {
  return /localhost:|127\.0\.0\.\d|\[::1\]|\/\/localhost/.test(String(value));
}

function isDemoSetting([key, value]: [string, unknown]) {
  return /demo|AKIA|not-a-secret/i.test(`${key}=${value}`);
}

describe('app-config.yaml with app-config.production.yaml', () => {
  let config: ConfigReader;
  let values: [string, unknown][];

  beforeAll(async () => {
    const loaded = await load('app-config.yaml', 'app-config.production.yaml');
    config = new ConfigReader(loaded.get());
    values = leaves(loaded.get());
  });

  it('offers no guest sign-in', () => {
    expect(config.getOptionalBoolean('app.signIn.guest')).toBe(false);
    expect(config.has('auth.providers.guest')).toBe(false);
  });

  it('names no loopback host', () => {
    expect(values.filter(isLoopback)).toEqual([]);
  });

  it('carries no demo setting and no key of its own', () => {
    expect(values.filter(isDemoSetting)).toEqual([]);
    expect(config.has('aws.mainAccount')).toBe(false);
    expect(
      config.getOptionalStringArray('clusters.guard.allowedApiServerHosts') ??
        [],
    ).toEqual([]);
    const secrets = values.filter(
      ([key, value]) =>
        /secret|password|privateKey/i.test(key) &&
        value !== 'from-the-environment',
    );
    expect(secrets).toEqual([]);
  });

  it('keeps permissions on', () => {
    expect(config.getBoolean('permission.enabled')).toBe(true);
  });
});

describe('the same checks on app-config.demo.yaml', () => {
  it('find its guest sign-in, loopback hosts and dummy keys', async () => {
    const config = await load('app-config.yaml', 'app-config.demo.yaml');
    const values = leaves(config.get());
    expect(config.getBoolean('app.signIn.guest')).toBe(true);
    expect(values.filter(isLoopback).length).toBeGreaterThan(3);
    expect(values.filter(isDemoSetting).length).toBeGreaterThan(3);
  });
});
