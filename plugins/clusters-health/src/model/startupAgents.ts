/** The agent that removes a startup taint once the agent runs on a node. */
export interface StartupAgent {
  name: string;
  /** Label and namespace of its pods, as its own chart sets them. */
  selector?: string;
  namespace?: string;
}

const csi = (driver: string, app: string): StartupAgent => ({
  name: `the ${driver} CSI driver`,
  selector: `app=${app}`,
  namespace: 'kube-system',
});

/** Startup taints that agents document, by key. */
const known: Readonly<Record<string, StartupAgent>> = {
  'ebs.csi.aws.com/agent-not-ready': csi('EBS', 'ebs-csi-node'),
  'efs.csi.aws.com/agent-not-ready': csi('EFS', 'efs-csi-node'),
  'fsx.csi.aws.com/agent-not-ready': csi('FSx', 'fsx-csi-node'),
  's3.csi.aws.com/agent-not-ready': csi('S3', 's3-csi-node'),
  'cni.istio.io/not-ready': {
    name: "Istio's CNI agent",
    selector: 'k8s-app=istio-cni-node',
    namespace: 'istio-system',
  },
  'node.cloudprovider.kubernetes.io/uninitialized': {
    name: 'the cloud controller manager',
  },
};

/** The agent that a startup taint belongs to, if the agent is known. */
export function startupAgentOf(taintKey: string): StartupAgent | undefined {
  return Object.hasOwn(known, taintKey) ? known[taintKey] : undefined;
}

/**
 * The key in Karpenter's message `StartupTaint "<key>=<value>:<effect>" still
 * exists`, or in its message about a known ephemeral taint.
 */
export function taintKeyIn(message: string | undefined): string | undefined {
  return /[Tt]aint "([^"=:]{1,320})/.exec(message ?? '')?.[1];
}
