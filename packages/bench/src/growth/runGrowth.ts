import { type GrowthSize, growthSizes } from './GrowthSize';
import { measureHistory, type HistoryCost } from './measureHistory';
import { measureSize, type SizeResult } from './measureSize';

/** Settings of a run. */
export interface GrowthOptions {
  /** Sizes with more nodes in all are left out. */
  mostNodes: number;
  /** Clusters whose history is written. */
  historyClusters: number;
}

/** What was measured. */
export interface GrowthResult {
  sizes: SizeResult[];
  /** Sizes that did not come to an end, and why. */
  failed: (GrowthSize & { reason: string })[];
  history: HistoryCost[];
}

/** Measures one size after the other, and the history of a large fleet. */
export async function runGrowth(options: GrowthOptions): Promise<GrowthResult> {
  const result: GrowthResult = { sizes: [], failed: [], history: [] };
  for (const size of growthSizes(options.mostNodes)) {
    const what = `${size.clusters} × ${size.nodes} nodes`;
    try {
      const measured = await measureSize(size);
      result.sizes.push(measured);
      const { rssMb, syncSeconds } = measured;
      process.stderr.write(
        `  ${what}: ${rssMb.toFixed(0)} MB, ${syncSeconds.toFixed(1)} s\n`,
      );
    } catch (error) {
      result.failed.push({ ...size, reason: String(error) });
      process.stderr.write(`  ${what}: ${error}\n`);
    }
  }
  const clusters = options.historyClusters;
  try {
    result.history = await measureHistory(clusters);
  } catch (error) {
    // The sizes took an hour; they are not lost.
    const reason = `history: ${error}`;
    result.failed.push({ clusters, nodes: 0, reason });
    process.stderr.write(`  ${reason}\n`);
  }
  return result;
}
