import { backendFile } from './accountGuide';
import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  compareMinors,
  terraformFolder,
} from '@clusterworks/plugin-clusters-spec';

/**
 * How to copy the certificate authority of a peer before Cilium is installed.
 * Helm adopts a Secret that has Helm's labels and annotations; certgen, which
 * makes certificates from 1.19 on, reuses the authority in it.
 */
function sharedAuthority(
  name: string,
  peer: string,
  resolved: ResolvedClusterSpec,
): string {
  const { environment, region, versions } = resolved.spec;
  const copy = `kubectl --context ${peer} -n kube-system get secret cilium-ca -o json |
  jq '{apiVersion, kind, type, data, metadata: {name: "cilium-ca", namespace: "kube-system", labels: {"app.kubernetes.io/managed-by": "Helm"}, annotations: {"meta.helm.sh/release-name": "cilium", "meta.helm.sh/release-namespace": "kube-system"}}}' |
  kubectl --context ${name} apply --server-side --force-conflicts -f -`;
  const renewed =
    compareMinors(versions.cilium, '1.19') >= 0
      ? `
Where Cilium runs already, copy the Secret in the same way, have the certificates made anew, and restart what holds them:

\`\`\`bash
for job in hubble-generate-certs clustermesh-apiserver-generate-certs; do
  kubectl --context ${name} -n kube-system get cronjob "$job" >/dev/null 2>&1 || continue
  kubectl --context ${name} -n kube-system create job --from="cronjob/$job" "$job-shared-ca"
  kubectl --context ${name} -n kube-system wait --for=condition=complete --timeout=120s "job/$job-shared-ca"
done
kubectl --context ${name} -n kube-system rollout restart daemonset/cilium deployment/clustermesh-apiserver
\`\`\`
`
      : '';
  return `\`\`\`bash
cd ${terraformFolder({ environment, name })}
terraform init -backend-config=../../../${backendFile(resolved)}
terraform apply -target=module.cluster_factory
cd -
aws eks update-kubeconfig --name ${name} --region ${region} --alias ${name}
${copy}
# then phase 1 as above
\`\`\`
${renewed}`;
}

/** Chapter on connecting a cluster mesh; empty without one. */
export function meshGuide(resolved: ResolvedClusterSpec): string {
  const { metadata, spec } = resolved;
  const { enabled, id, peers } = spec.cilium.clusterMesh;
  if (!enabled) {
    return '';
  }
  const connects =
    peers.length > 0
      ? `It connects to ${peers.map(peer => `\`${peer}\``).join(', ')}.`
      : 'It names no peers, so it connects nothing yet.';
  const peer = peers[0] ?? '<peer>';
  return `
## Cluster mesh

\`${
    metadata.name
  }\` has the mesh id ${id}. ${connects} A mesh works when, for every pair of its clusters,

- their VPC ranges do not overlap and are routed to each other (peering or transit gateway), and each names the other's ranges in \`cilium.clusterMesh.peerCidrs\`;
- their ids differ;
- their certificates come from one authority. Bring it along before Cilium starts here, between the control plane and the rest of the first apply:

${sharedAuthority(metadata.name, peer, resolved)}
- \`<name>.mesh.cilium.io\` resolves to the internal load balancer of each cluster's \`clustermesh-apiserver\`: make a private hosted zone \`mesh.cilium.io\`, associate it with every VPC, and add one alias per cluster:

\`\`\`bash
kubectl --context ${peer} -n kube-system get service clustermesh-apiserver -o 'jsonpath={.status.loadBalancer.ingress[0].hostname}'
\`\`\`

Check: \`kubectl --context ${
    metadata.name
  } -n kube-system exec daemonset/cilium -c cilium-agent -- cilium-dbg status --all-clusters\`.
`;
}

/** Chapter on handing over to Argo CD; empty without it. */
export function gitopsGuide(resolved: ResolvedClusterSpec): string {
  const { metadata, spec } = resolved;
  if (!spec.gitops.argocd) {
    return '';
  }
  return `
## Handing over to Argo CD

Terraform installs Cilium and Karpenter first, because a cluster without a network cannot wait for anything else. It also registers the cluster with the hub: Secret \`cluster-${
    metadata.name
  }\`, with the variables \`argocd_hub\` and \`platform_repository\` of the root. Two owners of one release would undo each other's changes, so ownership moves in one step:

A hub that is the Argo CD capability of EKS works too: set \`capability = true\` in \`argocd_hub\`, and \`management_role_arn\` to the role of the capability. AWS connects it, also to a private endpoint. Any other hub reaches the endpoint of this cluster like everybody else: its range has to be in \`network.endpoint.privateCidrs\` (or \`allowedCidrs\`), and a route between the two VPCs has to exist.

1. Apply the ApplicationSets on the hub, once, in the namespace of Argo CD: \`kubectl --context <hub> -n argocd apply -f gitops/argocd\`. While the label \`clusterworks.dev/gitops\` of this cluster's Secret is \`"false"\` they leave it alone.
2. Once the cluster runs, set \`gitops.handedOver: true\` in \`cluster.yaml\`, render and apply. Terraform forgets both releases without uninstalling them, and the label becomes \`"true"\`.
3. Argo CD adopts the releases: same names, same namespaces, server-side apply. Check: \`argocd app list -l app.kubernetes.io/part-of=clusterworks\`.
4. Once all three are synced, the script gives up the fields that it set; those would stay in the cluster after they leave git: \`scripts/apply-karpenter-nodes.sh --context ${
    metadata.name
  } --cluster ${metadata.name} --environment ${spec.environment} --release\`.

*Hand over to Argo CD* on the page of the cluster opens the pull request of each step.

From then on a version changes in \`cluster.yaml\`; Terraform writes it to the Secret, and Argo CD rolls it out.

The way back: let go of the Applications as under [Removing the cluster](#removing-the-cluster), take \`handedOver\` out of \`cluster.yaml\`, render, and bring the releases back into the state before the next apply:

\`\`\`bash
cd ${terraformFolder({ environment: spec.environment, name: metadata.name })}
terraform init -backend-config=../../../${backendFile(resolved)}
terraform import module.cilium.helm_release.cilium kube-system/cilium
terraform import module.karpenter.helm_release.karpenter_crd ${
    spec.karpenter.namespace
  }/karpenter-crd
terraform import module.karpenter.helm_release.karpenter ${
    spec.karpenter.namespace
  }/karpenter${
    spec.observability.serviceMonitors
      ? `
terraform import 'module.cilium.helm_release.monitoring_crds[0]' kube-system/prometheus-operator-crds`
      : ''
  }
terraform plan
cd -
\`\`\`
`;
}

/**
 * What to do before removing a cluster that Argo CD owns. The ApplicationSet
 * recreates an Application that is deleted, and the Application would then
 * recreate the NodePools.
 */
export function letGoOfArgocd({ metadata, spec }: ResolvedClusterSpec): string {
  if (!spec.gitops.argocd) {
    return '';
  }
  const { name } = metadata;
  return `

After the hand-over Argo CD lets go first. The label comes before the deletion, or the ApplicationSets make the Applications again, and these would bring back what you delete:

\`\`\`bash
kubectl --context <hub> -n argocd label secret cluster-${name} clusterworks.dev/gitops=false --overwrite
argocd app delete karpenter-${name} karpenter-crd-${name} cilium-${name} --cascade=false
\`\`\``;
}
