import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A package as a release publishes it. */
export interface PackedPackage {
  manifest: { name: string; version: string; [field: string]: unknown };
  /** Path of its tarball. */
  file: string;
}

/** Older than any age that a package manager asks for. */
const PUBLISHED = '2020-01-01T00:00:00.000Z';

/** A registry on this machine that has our packages only. */
export class PackageRegistry {
  static async start(packages: PackedPackage[]): Promise<PackageRegistry> {
    const server = http.createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? '').slice(1);
      const name = path.replace(/\/-\/.*/, '');
      const found = packages.find(({ manifest }) => manifest.name === name);
      if (!found) {
        response.writeHead(404).end();
      } else if (path === name) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(describe(found, request.headers.host)));
      } else {
        response.end(fs.readFileSync(found.file));
      }
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return new PackageRegistry(server);
  }

  readonly #server: http.Server;

  private constructor(server: http.Server) {
    this.#server = server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

/** What a registry says of a package with one version. */
function describe({ manifest, file }: PackedPackage, host = '') {
  const { name, version } = manifest;
  const hash = createHash('sha512').update(fs.readFileSync(file));
  return {
    name,
    'dist-tags': { latest: version },
    time: { created: PUBLISHED, [version]: PUBLISHED },
    versions: {
      [version]: {
        ...manifest,
        dist: {
          tarball: `http://${host}/${name}/-/${version}.tgz`,
          integrity: `sha512-${hash.digest('base64')}`,
        },
      },
    },
  };
}
