import {
  checkVersions,
  cidrSize,
  compareMinors,
  findInstanceType,
  parseCidr,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { candidateTypes } from '../karpenter/candidateTypes';
import { launchPools } from '../karpenter/LaunchPool';

/** Something that a person should know before merging. */
export type RenderWarning = { code: string; message: string };

type Rule = (resolved: ResolvedClusterSpec, today?: string) => RenderWarning[];

const versions: Rule = ({ spec }, today) =>
  checkVersions(
    {
      ...spec.versions,
      argocd: spec.gitops.argocd ? spec.versions.argocd : undefined,
    },
    today,
  ).warnings.map(({ code, message }) => ({ code, message }));

const seedProfile: Rule = ({ spec }) =>
  spec.versions.profile === 'seed'
    ? [
        {
          code: 'seed-profile',
          message:
            'Profile seed pins the versions of the reference design, which are out of support: read old clusters with it, and create none.',
        },
      ]
    : [];

const endpoint: Rule = ({ metadata, spec }) =>
  spec.network.endpoint.public
    ? []
    : [
        {
          code: 'endpoint-needs-route',
          message: `The endpoint of ${
            metadata.name
          } is private. Besides its nodes it answers ${
            spec.network.endpoint.privateCidrs.join(', ') || 'nobody'
          }: whoever runs Terraform, kubectl or the portal must be there, or have a route into ${
            spec.network.vpcCidr
          } and their range in network.endpoint.privateCidrs. For a first apply from outside, set the variable bootstrap_cidrs.`,
        },
      ];

const sharedLimits: Rule = ({ spec }) =>
  spec.karpenter.nodePools
    .filter(pool => pool.preferOnDemand)
    .map(pool => {
      const [first, second] = launchPools([pool]);
      const list = (limits: Record<string, string>) =>
        Object.entries(limits)
          .map(([resource, amount]) => `${resource} ${amount}`)
          .join(', ');
      return {
        code: 'limits-shared',
        message: `Pool ${
          pool.name
        } becomes two, and its limits are shared out: ${
          first.name
        } (on-demand) gets ${list(first.limits)}; ${
          second.name
        } (spot) gets ${list(second.limits)}.`,
      };
    });

const prefixes: Rule = ({ spec }) =>
  spec.cilium.prefixDelegation &&
  compareMinors(spec.versions.cilium, '1.20') >= 0
    ? [
        {
          code: 'prefix-delegation-multipool',
          message: `Prefix delegation with Cilium ${spec.versions.cilium} can run out of addresses with some left (cilium#47910): prefer Cilium 1.19, or leave it off.`,
        },
      ]
    : [];

const mesh: Rule = ({ spec }) =>
  spec.cilium.clusterMesh.enabled && spec.cilium.clusterMesh.peers.length === 0
    ? [
        {
          code: 'mesh-without-peers',
          message:
            'Cluster mesh is enabled but names no peers: it prepares this cluster and connects nothing.',
        },
      ]
    : [];

const systemNodes: Rule = ({ spec }) => [
  ...(spec.systemNodes.min < 2
    ? [
        {
          code: 'single-system-node',
          message:
            'One system node holds one replica each of Karpenter and the Cilium operator: no new node joins while it is replaced.',
        },
      ]
    : []),
  ...spec.systemNodes.instanceTypes
    .filter(type => !findInstanceType(type))
    .map(type => ({
      code: 'unknown-instance-type',
      message: `Instance type ${type} is not in the data of this version: check its name.`,
    })),
];

const emptyPools: Rule = ({ spec }) =>
  launchPools(spec.karpenter.nodePools)
    .filter(
      pool =>
        candidateTypes(pool, {
          prefixDelegation: spec.cilium.prefixDelegation,
        }).length === 0,
    )
    .map(pool => ({
      code: 'pool-without-types',
      message: `No instance type that this version knows fits pool ${pool.name}: check families, categories, generation, architectures and requirements.`,
    }));

const acceleratedPools: Rule = ({ spec }) =>
  launchPools(spec.karpenter.nodePools)
    .filter(
      pool =>
        pool.preset !== 'gpu' &&
        candidateTypes(pool, {
          prefixDelegation: spec.cilium.prefixDelegation,
        }).some(type => type.category === 'g' || type.category === 'p'),
    )
    .map(pool => ({
      code: 'pool-with-gpus',
      message: `Pool ${pool.name} may launch types with GPUs, but only preset gpu brings the taints that keep other pods off them, the labels and the device plugin.`,
    }));

const unlimitedPools: Rule = ({ spec }) =>
  spec.karpenter.nodePools
    .filter(pool => Object.keys(pool.limits).length === 0)
    .map(pool => ({
      code: 'pool-without-limits',
      message: `Pool ${pool.name} has no limits: a runaway deployment launches nodes until an AWS quota stops it.`,
    }));

/** Below this, a few dozen nodes take every address there is. */
const SMALL_VPC_PREFIX = 21;

const addressSpace: Rule = ({ spec }) => {
  const { vpcCidr, secondaryCidrs } = spec.network;
  return parseCidr(vpcCidr).prefix >= SMALL_VPC_PREFIX &&
    secondaryCidrs.length === 0
    ? [
        {
          code: 'vpc-small',
          message: `In ENI mode each pod takes an address of the VPC, and ${vpcCidr} has ${cidrSize(
            parseCidr(vpcCidr),
          ).toLocaleString(
            'en-US',
          )} in all: add secondaryCidrs, such as a part of 100.64.0.0/10, before it is full.`,
        },
      ]
    : [];
};

const publicNodes: Rule = ({ spec }) =>
  spec.network.nodesInPublicSubnets
    ? [
        {
          code: 'nodes-in-public-subnets',
          message:
            'Nodes get public addresses, and pods leave by them: the security group is all that stands before them.',
        },
      ]
    : [];

const argocd: Rule = ({ spec }) =>
  spec.gitops.argocd
    ? [
        {
          code: 'argocd-hub-required',
          message:
            'gitops.argocd needs an Argo CD hub that holds the cluster Secret; Terraform installs Cilium and Karpenter first and hands them over in a second step.',
        },
      ]
    : [];

const rules: readonly Rule[] = [
  seedProfile,
  versions,
  endpoint,
  publicNodes,
  systemNodes,
  prefixes,
  mesh,
  addressSpace,
  emptyPools,
  acceleratedPools,
  unlimitedPools,
  sharedLimits,
  argocd,
];

/** Everything worth knowing about a valid spec, in reading order. */
export function collectWarnings(
  resolved: ResolvedClusterSpec,
  today?: string,
): RenderWarning[] {
  return rules.flatMap(rule => rule(resolved, today));
}
