import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type Finding, isMuted } from '@clusterworks/plugin-clusters-common';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { useReadOnly } from '../ReadOnly';
import { MuteForm } from './MuteForm';
import { MuteNote } from './MuteNote';
import { UnmuteButton } from './UnmuteButton';
import { useMayMute } from './useMayMute';
import styles from './Mute.module.css';

function MuteButton(props: { cluster: string; finding: Finding }) {
  const { cluster, finding } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [open, setOpen] = useState(false);
  if (!useMayMute(cluster)) {
    return null;
  }
  return open ? (
    <MuteForm
      cluster={cluster}
      finding={finding}
      onClose={() => setOpen(false)}
    />
  ) : (
    <div>
      <Button size="small" variant="tertiary" onPress={() => setOpen(true)}>
        {t('mute.open')}
      </Button>
    </div>
  );
}

/** Who muted a finding and why, or the button to mute it. */
export function MuteControl(props: { finding: Finding }) {
  const { finding } = props;
  const { entity } = useEntity();
  const isReadOnly = useReadOnly();
  const now = useNow();
  const { name } = entity.metadata;
  const { mute } = finding;
  if (mute && isMuted(finding, now)) {
    return (
      <div className={styles.muted}>
        <MuteNote mute={mute} />
        {!isReadOnly && <UnmuteButton cluster={name} finding={finding.id} />}
      </div>
    );
  }
  return isReadOnly ? null : <MuteButton cluster={name} finding={finding} />;
}
