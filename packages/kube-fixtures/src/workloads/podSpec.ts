import type { Workload } from './Workload';

/**
 * Every pod tolerates for five minutes that its node is not ready or
 * unreachable.
 */
const nodeTolerations = ['not-ready', 'unreachable'].map(what => ({
  effect: 'NoExecute',
  key: `node.kubernetes.io/${what}`,
  operator: 'Exists',
  tolerationSeconds: 300,
}));

/** The spec that a pod shares with the template it was made from. */
export function podSpec(workload: Workload) {
  const { container } = workload;
  const gpus = workload.gpus
    ? { 'nvidia.com/gpu': String(workload.gpus) }
    : undefined;
  return {
    containers: [
      {
        env:
          container.env &&
          Object.entries(container.env).map(([name, value]) => ({
            name,
            value,
          })),
        image: container.image,
        imagePullPolicy: 'IfNotPresent',
        name: container.name,
        resources: {
          requests:
            container.requests || gpus
              ? { ...container.requests, ...gpus }
              : undefined,
          limits: gpus,
        },
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
      },
    ],
    dnsPolicy: 'ClusterFirst',
    hostNetwork: workload.hostNetwork,
    priorityClassName: workload.priorityClassName,
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    serviceAccount: workload.serviceAccountName,
    serviceAccountName: workload.serviceAccountName,
    terminationGracePeriodSeconds: 30,
    tolerations: [...(workload.tolerations ?? []), ...nodeTolerations],
  };
}
