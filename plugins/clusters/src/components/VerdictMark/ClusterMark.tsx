import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { countedAs, type FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { VerdictMark } from './VerdictMark';

/** The verdict of a cluster, and its lifecycle phase where that matters. */
export function ClusterMark(props: {
  row: Pick<FleetRow, 'verdict' | 'phase' | 'drained'>;
  /** Shows the shape; the words are for screen readers. */
  shapeOnly?: boolean;
}) {
  const { row, shapeOnly } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (countedAs(row) === 'building') {
    return (
      <VerdictMark
        verdict="unknown"
        word={t('phase.building')}
        shapeOnly={shapeOnly}
      />
    );
  }
  const { phase, drained, verdict } = row;
  const verdictWord = t(`verdict.${verdict}`);
  return phase === undefined || phase === 'running' ? (
    <VerdictMark verdict={verdict} shapeOnly={shapeOnly} />
  ) : (
    <VerdictMark
      verdict={verdict}
      word={`${verdictWord} · ${t(
        drained ? 'phase.drained' : `phase.${phase}`,
      )}`}
      shapeOnly={shapeOnly}
    />
  );
}
