import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { runShell } from './runShell';

const root = path.resolve(__dirname, '..', '..', '..');
const createApp = path.join(
  root,
  'node_modules/@backstage/create-app/bin/backstage-create-app',
);
const CREATE_MS = 15 * 60_000;

/** An app as `@backstage/create-app` makes it, in a folder of its own. */
export class NewApp {
  /**
   * Makes an app that gets our packages from a registry on this machine.
   *
   * `create-app` takes a first yarn.lock, with the versions of its release,
   * from a host that is no package registry. Here that is the lockfile of this
   * repository; what it does not have comes in the versions of the template.
   */
  static async create(
    folder: string,
    options: {
      registry: string;
      /** For the older frontend system. */
      legacy?: boolean;
    },
  ): Promise<NewApp> {
    const app = new NewApp(folder);
    await promisify(execFile)(
      process.execPath,
      [
        ...[createApp, '--skip-install', '--path', folder],
        ...(options.legacy ? ['--legacy'] : []),
      ],
      {
        timeout: CREATE_MS,
        env: { ...process.env, BACKSTAGE_APP_NAME: 'portal' },
      },
    );
    fs.copyFileSync(path.join(root, 'yarn.lock'), app.path('yarn.lock'));
    app.edit('package.json', text => {
      const manifest = JSON.parse(text);
      Object.assign(
        manifest.resolutions,
        releaseVersions(app),
        pinnedResolutions(),
      );
      return JSON.stringify(manifest, null, 2);
    });
    app.edit('.yarnrc.yml', text =>
      stringify({
        ...parse(text),
        enableScripts: false,
        unsafeHttpWhitelist: ['127.0.0.1'],
        npmScopes: { clusterworks: { npmRegistryServer: options.registry } },
      }),
    );
    return app;
  }

  private constructor(readonly folder: string) {}

  path(file: string): string {
    return path.join(this.folder, file);
  }

  read(file: string): string {
    return fs.readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): string {
    fs.writeFileSync(this.path(file), text);
    return this.path(file);
  }

  edit(file: string, change: (text: string) => string): void {
    const before = this.read(file);
    const after = change(before);
    if (after === before) {
      throw new Error(`${file} was to be changed`);
    }
    this.write(file, after);
  }

  /** Runs a command as somebody does who reads it in the guide. */
  async run(command: string): Promise<void> {
    await runShell(command, {
      cwd: this.folder,
      env: { NODE_OPTIONS: '--no-node-snapshot' },
    });
  }
}

/** The version of each package of Backstage in the release of the app. */
function releaseVersions(app: NewApp): Record<string, string> {
  const versions = new Map<string, string>();
  const locked: Record<string, { version: string; resolution: string }> = parse(
    app.read('yarn.lock'),
  );
  const several = new Set<string>();
  for (const { version, resolution } of Object.values(locked)) {
    const name = /^(@backstage\/[^@]+)@npm:/.exec(resolution ?? '')?.[1];
    if (name && versions.has(name)) {
      several.add(name);
    } else if (name) {
      versions.set(name, version);
    }
  }
  for (const workspace of ['.', 'packages/app', 'packages/backend']) {
    const manifest = JSON.parse(app.read(`${workspace}/package.json`));
    const declared: [string, string][] = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
    });
    for (const [name, range] of declared) {
      if (name.startsWith('@backstage/') && !versions.has(name)) {
        // A template has the lowest range that contains its own release.
        versions.set(name, range.replace('^', ''));
      }
    }
  }
  return Object.fromEntries(
    [...versions].filter(([name]) => !several.has(name)),
  );
}

/** Releases that npm has in full; the newest of some packages are not. */
function pinnedResolutions(): Record<string, string> {
  const { resolutions } = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  return resolutions;
}
