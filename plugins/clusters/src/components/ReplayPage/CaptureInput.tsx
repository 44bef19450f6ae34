import { type ReactNode, useRef } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiFolderOpenLine } from '@remixicon/react';
import { clustersTranslationRef } from '../../translation';
import styles from './ReplayPage.module.css';

/** A button that opens files of this machine; nothing is sent anywhere. */
export function CaptureButton(props: {
  variant: 'primary' | 'secondary';
  onOpen: (files: readonly File[]) => void;
}) {
  const { variant, onOpen } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".json,application/json"
        aria-label={t('replay.choose')}
        onChange={event => {
          onOpen([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <Button
        variant={variant}
        iconStart={<RiFolderOpenLine />}
        onPress={() => input.current?.click()}
      >
        {t('replay.choose')}
      </Button>
    </>
  );
}

/** Takes files that are dropped anywhere on what is within. */
export function CaptureDropZone(props: {
  onOpen: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <section
      aria-label={t('replay.title')}
      className={styles.page}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault();
        props.onOpen([...event.dataTransfer.files]);
      }}
    >
      {props.children}
    </section>
  );
}
