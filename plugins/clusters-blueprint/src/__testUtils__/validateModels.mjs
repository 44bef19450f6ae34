/*
 * Validates Kubernetes objects (a JSON list on standard input) against the
 * models of @kubernetes-models and prints what is wrong, one line each. Those
 * packages are ES modules, which jest cannot load, so this runs by itself.
 */
import { readFileSync } from 'node:fs';
import { EC2NodeClass } from '@kubernetes-models/karpenter/karpenter.k8s.aws/v1/EC2NodeClass';
import { NodePool } from '@kubernetes-models/karpenter/karpenter.sh/v1/NodePool';
import { ApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import { DaemonSet } from 'kubernetes-models/apps/v1/DaemonSet';
import { ClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import { ClusterRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding';
import { StorageClass } from 'kubernetes-models/storage.k8s.io/v1/StorageClass';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';

const models = {
  EC2NodeClass,
  NodePool,
  ApplicationSet,
  DaemonSet,
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  StorageClass,
};

for (const object of JSON.parse(readFileSync(0, 'utf8'))) {
  const name = `${object.kind}/${object.metadata?.name}`;
  const Model = models[object.kind];
  if (!Model) {
    process.stdout.write(`${name}: no model\n`);
    continue;
  }
  try {
    new Model(object).validate();
  } catch (error) {
    process.stdout.write(`${name}: ${error.message}\n`);
  }
}
