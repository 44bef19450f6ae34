import { ConfigReader } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { productionEnvironment } from './__testUtils__/productionEnvironment';

const root = path.resolve(__dirname, '..', '..', '..');

const environment: Record<string, string> = {
  ...productionEnvironment,
  CLUSTERWORKS_PORTAL_PORT: '3000',
  CLUSTERWORKS_BACKEND_PORT: '7007',
  CLUSTERWORKS_GITHUB_PORT: '7020',
  CLUSTERWORKS_STATE_DIR: '/tmp/state',
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

  it('brings the templates of the packages, and needs no file for them', () => {
    expect(config.getString('clusters.templates.owner')).toMatch(/^group:/);
    expect(config.getOptional('catalog.locations')).toBeUndefined();
  });

  it('has a source of the users that may sign in', () => {
    expect(
      config
        .getConfigArray('catalog.providers.githubOrg')
        .map(provider => provider.getStringArray('orgs')),
    ).toEqual([['example']]);
  });

  it('takes nothing from the environment that no document explains', () => {
    const text = readFileSync(
      path.join(root, 'app-config.production.yaml'),
      'utf8',
    );
    const used = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, n]) => n));
    const page = readFileSync(
      path.join(root, 'docs', 'operate', 'configuration.md'),
      'utf8',
    );
    const [, section] = page.split('## Environment of the production');
    const documented = new Set(
      [...section.split('\n## ')[0].matchAll(/^\| `(\w+)` \|/gm)].map(
        ([, n]) => n,
      ),
    );
    expect([...documented].sort()).toEqual([...used].sort());
    expect(Object.keys(productionEnvironment).sort()).toEqual([...used].sort());
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
