import {
  markdown,
  Markdown,
  markdownCode,
} from '@clusterworks/plugin-clusters-common';
import type { WaveState, WaveStep } from './machine/WaveState';
import { waveTitle } from './waveTitle';

/** What a pull request says of the wave that it is part of. */
export function waveNote(
  wave: WaveState,
  step: WaveStep,
  portalUrl: string | undefined,
): Markdown {
  const title = waveTitle(wave.change);
  const name = portalUrl
    ? // The address is of the installation, and the id is ours.
      Markdown.trusted(`[${title}](${linkOf(portalUrl, wave.id)})`)
    : markdown`${title}`;
  const position = wave.steps.indexOf(step) + 1;
  return markdown`Cluster ${position} of ${
    wave.steps.length
  } in the wave ${name}, which ${markdownCode(
    wave.startedBy,
  )} started. Those that follow wait until this one is merged, has arrived and is healthy.`;
}

function linkOf(portalUrl: string, id: string): string {
  const base = portalUrl.replace(/\/+$/, '');
  return new URL(`${base}/clusters/waves/${encodeURIComponent(id)}`).href
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}
