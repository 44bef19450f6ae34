import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Text,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Wave, WaveCommand } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { reasonOf } from '../../hooks/reasonOf';
import { clustersTranslationRef } from '../../translation';
import styles from './Waves.module.css';

function StopButton(props: { isDisabled: boolean; onStop: () => void }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <DialogTrigger>
      <Button
        variant="secondary"
        size="medium"
        destructive
        className={styles.stop}
        isDisabled={props.isDisabled}
      >
        {t('waves.command.stop')}
      </Button>
      <Dialog>
        <DialogHeader>{t('waves.command.stopTitle')}</DialogHeader>
        <DialogBody>
          <Text as="p">{t('waves.command.stopText')}</Text>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {t('waves.command.cancel')}
          </Button>
          <Button
            variant="primary"
            destructive
            slot="close"
            onPress={props.onStop}
          >
            {t('waves.command.stop')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}

/** What the reader may do with a wave now. */
export function WaveCommands(props: { wave: Wave; onDone: () => void }) {
  const { wave, onDone } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const clustersApi = useApi(clustersApiRef);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const run = async (command: WaveCommand, skip?: string[]) => {
    setBusy(true);
    setError(undefined);
    try {
      await clustersApi.commandWave(wave.id, command, skip ? { skip } : {});
    } catch (cause) {
      setError(reasonOf(cause));
    } finally {
      setBusy(false);
      onDone();
    }
  };
  const may = (command: WaveCommand) => wave.commands.includes(command);
  const { cluster } = wave.halt ?? {};
  return (
    <div className={styles.section}>
      <div className={styles.actions}>
        {may('pause') && (
          <Button
            variant="secondary"
            size="medium"
            isDisabled={isBusy}
            onPress={() => run('pause')}
          >
            {t('waves.command.pause')}
          </Button>
        )}
        {may('resume') && (
          <Button
            variant="primary"
            size="medium"
            isDisabled={isBusy}
            onPress={() => run('resume')}
          >
            {t('waves.command.resume')}
          </Button>
        )}
        {may('resume') && cluster && (
          <Button
            variant="secondary"
            size="medium"
            isDisabled={isBusy}
            onPress={() => run('resume', [cluster])}
          >
            {t('waves.command.resumeWithout', { cluster })}
          </Button>
        )}
        {may('stop') && (
          <StopButton isDisabled={isBusy} onStop={() => run('stop')} />
        )}
      </div>
      {error && (
        <Text as="p" variant="body-small" color="danger" role="alert">
          {t('waves.command.failed', { reason: error })}
        </Text>
      )}
    </div>
  );
}
