import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { Report } from './lib/Report';
import { benchmarkAssess } from './pipelines/benchmarkAssess';
import { benchmarkView } from './pipelines/benchmarkView';
import { longestTurn } from './pipelines/longestTurn';

const spec = parseClusterSpec({
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'bench', owner: 'group:default/platform' },
  spec: {
    environment: 'dev',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
    karpenter: {
      nodePools: [
        { name: 'general', preset: 'general' },
        { name: 'gpu', preset: 'gpu' },
      ],
    },
  },
});

function medianMs(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

/** The two pure pipelines: objects to findings, spec to files. */
export function measurePipelines(report: Report): void {
  const assess = benchmarkAssess();
  const view = benchmarkView();
  const render = medianMs(30, () => renderCluster(spec));
  const rows = [
    ['assess, 500 nodes, 5,000 pods: median', assess.medianMs, 20],
    ['assess, 500 nodes, 5,000 pods: median of CPU', assess.cpuMs, 20],
    ['view, 500 nodes, 5,000 pods: median', view.medianMs, 20],
    ['render of one spec, whole tree: median', render, 50],
    ['largest cluster, nothing well: longest turn', longestTurn(), 250],
  ] as const;
  for (const [metric, ours, goal] of rows) {
    report.add({
      metric,
      ours,
      unit: 'ms',
      goal: `${goal} ms`,
      met: ours <= goal,
    });
  }
}
