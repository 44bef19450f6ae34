import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useWaveHrefs } from '../../hooks/useWaveHrefs';
import { clustersTranslationRef } from '../../translation';
import type { FoundWave } from './useRunningWaves';
import { useWaveWords } from './useWaveWords';

/** Marks a cluster that is in a wave, and leads to that wave. */
export function WaveMark(props: { found: FoundWave | undefined }) {
  const { found } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const words = useWaveWords();
  const hrefs = useWaveHrefs();
  return (
    found && (
      <Link variant="body-small" href={hrefs.one(found.wave.id)}>
        <span title={words.name(found.wave)}>
          {t('waves.mark', { step: words.step(found.step, found.wave) })}
        </span>
      </Link>
    )
  );
}
