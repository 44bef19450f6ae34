import {
  compareMinors,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

/**
 * How the authority of a peer gets here in time. Helm takes over a Secret that
 * carries its marks; certgen, which makes certificates from 1.19 on, reuses it.
 */
function sharedAuthority(
  name: string,
  peer: string,
  { environment, region, versions }: ResolvedClusterSpec['spec'],
): string {
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
cd terraform/environments/${environment}/${name}
terraform init -backend-config=../../../backend.hcl
terraform apply -target=module.cluster_factory
cd -
aws eks update-kubeconfig --name ${name} --region ${region} --alias ${name}
${copy}
# then phase 1 as above
\`\`\`
${renewed}`;
}

/** Chapter on connecting a cluster mesh; empty without one. */
export function meshGuide({ metadata, spec }: ResolvedClusterSpec): string {
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

- their VPC ranges do not overlap and are routed to each other (peering or transit gateway), and each root has the other's ranges in its variable \`peer_cidrs\`;
- their ids differ;
- their certificates come from one authority. Bring it along before Cilium starts here, between the control plane and the rest of the first apply:

${sharedAuthority(metadata.name, peer, spec)}
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
export function gitopsGuide({ metadata, spec }: ResolvedClusterSpec): string {
  if (!spec.gitops.argocd) {
    return '';
  }
  return `
## Handing over to Argo CD

Terraform installs Cilium and Karpenter first, because a cluster without a network cannot wait for anything else. It also registers the cluster with the hub: Secret \`cluster-${metadata.name}\`, with the variables \`argocd_hub\` and \`platform_repository\` of the root. Two owners of one release would undo each other's changes, so ownership moves in one step:

The hub reaches the endpoint of this cluster like everybody else: its range has to be in \`network.endpoint.privateCidrs\` (or \`allowedCidrs\`), and a route between the two VPCs has to exist.

1. Apply the ApplicationSets on the hub, once: \`kubectl apply -f gitops/argocd\`. While the label \`clusterworks.dev/gitops\` of this cluster's Secret is \`"false"\` they leave it alone.
2. Once the cluster runs, set \`gitops.handedOver: true\` in \`cluster.yaml\`, render and apply. Terraform forgets both releases without uninstalling them, and the label becomes \`"true"\`.
3. Argo CD adopts the releases: same names, same namespaces, server-side apply. Check: \`argocd app list -l app.kubernetes.io/part-of=clusterworks\`.

From then on a version changes in \`cluster.yaml\`; Terraform writes it to the Secret, and Argo CD rolls it out. Way back and details: \`docs/terraform.md\` of Clusterworks.
`;
}

/**
 * What to do before a cluster is removed that Argo CD owns: an Application
 * that is deleted alone is made again, and would heal the NodePools back.
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
