import { useState } from 'react';
import { Button, Select, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Finding,
  muteReasonSchema,
} from '@clusterworks/plugin-clusters-common';
import { reasonOf } from '../../hooks/reasonOf';
import { useMutes } from '../../hooks/useMutes';
import { HOUR_MS, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { StateNotice } from '../StateNotice';
import { useMuteActions } from './useMuteActions';
import styles from './Mute.module.css';

/** Times that are offered, as far as the portal allows them, in hours. */
const OFFERED = [4, 24, 3 * 24, 7 * 24, 14 * 24, 30 * 24, 90 * 24];
/** What is chosen at first, unless it is too long. */
const USUAL = 7 * 24;

/** Asks why a finding is to be muted, and for how long. */
export function MuteForm(props: {
  cluster: string;
  finding: Finding;
  onClose: () => void;
}) {
  const { cluster, finding, onClose } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration } = useFormat();
  const { maxHours = USUAL } = useMutes(cluster).value ?? {};
  const { busy, error, mute } = useMuteActions(cluster);
  const allowed = OFFERED.filter(hours => hours <= maxHours);
  const offered = allowed.length > 0 ? allowed : [maxHours];
  const [chosen, choose] = useState<number>();
  const [reason, setReason] = useState('');
  const hours = chosen ?? Math.min(USUAL, offered[offered.length - 1]);
  const isReady = muteReasonSchema.safeParse(reason).success && !busy;

  async function send() {
    // A little less than the longest time, because the clocks may differ.
    const until = new Date(Date.now() + hours * HOUR_MS - 60_000);
    const request = { reason: reason.trim(), until: until.toISOString() };
    if (await mute(finding.id, request)) {
      onClose();
    }
  }

  return (
    <form
      className={styles.form}
      aria-label={t('mute.form', { title: finding.title })}
      onSubmit={event => {
        event.preventDefault();
        if (isReady) {
          void send();
        }
      }}
    >
      <TextField
        className={styles.reason}
        label={t('mute.reason')}
        description={t('mute.reasonHelp')}
        value={reason}
        onChange={setReason}
        maxLength={500}
        isRequired
      />
      <Select
        label={t('mute.for')}
        value={String(hours)}
        onChange={value => choose(Number(value))}
        options={offered.map(each => ({
          value: String(each),
          label: formatDuration(each * HOUR_MS),
        }))}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isDisabled={!isReady}>
          {t('mute.submit')}
        </Button>
        <Button variant="tertiary" onPress={onClose}>
          {t('mute.cancel')}
        </Button>
      </div>
      {error && (
        <StateNotice
          kind="error"
          title={t('mute.failed')}
          text={reasonOf(error)}
        />
      )}
    </form>
  );
}
