import { ConflictError } from '@backstage/errors';
import type {
  ClusterCredentialProvider,
  FindingLinker,
} from '@clusterworks/plugin-clusters-node';
import { type Rule, rules } from '@clusterworks/plugin-clusters-health';

/** Auth providers whose credentials the plugin itself creates. */
const OWN_PROVIDERS = ['aws', 'serviceAccount'];

/** Collects what modules of the host add to the plugin before it starts. */
export class ClusterExtensions {
  readonly credentials = new Map<string, ClusterCredentialProvider>();
  readonly linkers: FindingLinker[] = [];
  readonly rules: Rule[] = [];

  /** @throws ConflictError when the auth provider already has credentials */
  addProvider(provider: ClusterCredentialProvider): void {
    const { name } = provider;
    if (OWN_PROVIDERS.includes(name) || this.credentials.has(name)) {
      throw new ConflictError(`Auth provider ${name} has credentials already`);
    }
    this.credentials.set(name, provider);
  }

  addLinker(linker: FindingLinker): void {
    this.linkers.push(linker);
  }

  /** @throws ConflictError when another rule has the same code or name */
  addRules(...added: Rule[]): void {
    for (const rule of added) {
      const twin = [...rules, ...this.rules].find(
        other => other.code === rule.code || other.id === rule.id,
      );
      if (twin) {
        throw new ConflictError(
          `Rule ${rule.code} (${rule.id}) is there already, as ${twin.code} (${twin.id})`,
        );
      }
      this.rules.push(rule);
    }
  }
}
