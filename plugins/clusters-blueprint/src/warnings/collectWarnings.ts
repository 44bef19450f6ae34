import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  checkVersions,
  cidrSize,
  compareMinors,
  findInstanceType,
  parseCidr,
} from '@clusterworks/plugin-clusters-spec';
import { eksAddonsOn } from '../addons/eksAddonsOn';
import { systemNodeRoom } from './systemNodeRoom';
import { poolWarnings } from './poolWarnings';
import type { RenderWarning, WarningRule } from './RenderWarning';

const versions: WarningRule = ({ spec }, today) =>
  checkVersions(
    {
      ...spec.versions,
      argocd: spec.gitops.argocd ? spec.versions.argocd : undefined,
    },
    today,
  ).warnings.map(({ code, message }) => ({ code, message }));

const seedProfile: WarningRule = ({ spec }) =>
  spec.versions.profile === 'seed'
    ? [
        {
          code: 'seed-profile',
          message:
            'Profile seed pins the versions of the reference design, which are out of support: read old clusters with it, and create none.',
        },
      ]
    : [];

const endpoint: WarningRule = ({ metadata, spec }) =>
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

const prefixes: WarningRule = ({ spec }) =>
  spec.cilium.prefixDelegation &&
  compareMinors(spec.versions.cilium, '1.20') >= 0
    ? [
        {
          code: 'prefix-delegation-multipool',
          message: `Prefix delegation with Cilium ${spec.versions.cilium} can run out of addresses with some left (cilium#47910): prefer Cilium 1.19, or leave it off.`,
        },
      ]
    : [];

const meshRanges: WarningRule = ({ spec }) => {
  const { enabled, peers, peerCidrs } = spec.cilium.clusterMesh;
  return enabled && peers.length > 0 && peerCidrs.length === 0
    ? [
        {
          code: 'mesh-without-ranges',
          message: `The mesh connects to ${peers.join(
            ', ',
          )}, and their nodes and pods are not let in: name the ranges of their VPCs in cilium.clusterMesh.peerCidrs, here and, the other way round, there.`,
        },
      ]
    : [];
};

const mesh: WarningRule = ({ spec }) =>
  spec.cilium.clusterMesh.enabled && spec.cilium.clusterMesh.peers.length === 0
    ? [
        {
          code: 'mesh-without-peers',
          message:
            'Cluster mesh is enabled but names no peers: it prepares this cluster and connects nothing.',
        },
      ]
    : [];

const systemNodes: WarningRule = ({ spec }) => [
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

/** With fewer addresses than this, a few dozen nodes use all of them. */
const SMALL_VPC_PREFIX = 21;

const addressSpace: WarningRule = ({ spec }) => {
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

const publicNodes: WarningRule = ({ spec }) =>
  spec.network.nodesInPublicSubnets
    ? [
        {
          code: 'nodes-in-public-subnets',
          message:
            'Nodes get public addresses, and pods leave by them: the security group is all that stands before them.',
        },
      ]
    : [];

const floatingAddons: WarningRule = resolved => {
  const floating = eksAddonsOn(resolved).filter(
    ({ version }) => version === undefined,
  );
  return floating.length > 0
    ? [
        {
          code: 'addon-versions-float',
          message: `These add-ons name no version, so each apply takes EKS's default, which AWS moves: ${floating
            .map(({ name }) => name)
            .join(', ')}. A version in spec.addons keeps clusters alike.`,
        },
      ]
    : [];
};

const china: WarningRule = ({ spec }) =>
  spec.partition === 'aws-cn' && spec.karpenter.registryMirrors.length === 0
    ? [
        {
          code: 'registries-out-of-reach',
          message:
            'In the regions of China quay.io, public.ecr.aws and docker.io are slow or out of reach: name mirrors in karpenter.registryMirrors, and those of the charts in terraform.tfvars, as the guide says.',
        },
      ]
    : [];

const argocd: WarningRule = ({ spec }) =>
  spec.gitops.argocd
    ? [
        {
          code: 'argocd-hub-required',
          message:
            'gitops.argocd needs an Argo CD hub that holds the cluster Secret; Terraform installs Cilium and Karpenter first and hands them over in a second step.',
        },
      ]
    : [];

const rules: readonly WarningRule[] = [
  seedProfile,
  versions,
  endpoint,
  publicNodes,
  systemNodes,
  systemNodeRoom,
  prefixes,
  mesh,
  meshRanges,
  addressSpace,
  ...poolWarnings,
  floatingAddons,
  china,
  argocd,
];

/** All warnings about a valid spec, in reading order. */
export function collectWarnings(
  resolved: ResolvedClusterSpec,
  today?: string,
): RenderWarning[] {
  return rules.flatMap(rule => rule(resolved, today));
}
