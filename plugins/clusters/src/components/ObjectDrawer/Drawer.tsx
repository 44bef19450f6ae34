import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react';
import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import styles from './ObjectDrawer.module.css';

/**
 * A panel over the right side of the page, which stays usable beside it. It
 * takes the focus when it opens, gives it back when it closes, and closes with
 * Escape.
 */
export function Drawer(props: {
  /** Changes when the drawer shows something else. */
  subject: string;
  title: ReactNode;
  /** What the title names, above it. */
  overline: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { subject, title, overline, closeLabel, onClose, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const titleId = useId();
  useEffect(() => {
    opener.current = document.activeElement;
    return () => {
      if (opener.current instanceof HTMLElement) {
        opener.current.focus();
      }
    };
  }, []);
  useEffect(() => {
    panel.current?.focus();
    panel.current?.scrollTo?.({ top: 0 });
  }, [subject]);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    // It takes the focus only so that reading begins here.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={panel}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      className={styles.drawer}
      onKeyDown={closeOnEscape}
    >
      <header className={styles.header}>
        <div className={styles.title}>
          <Text as="p" variant="body-small" color="secondary">
            {overline}
          </Text>
          <Text as="h3" variant="title-x-small" id={titleId}>
            {title}
          </Text>
        </div>
        <ButtonIcon
          size="small"
          variant="secondary"
          aria-label={closeLabel}
          icon={<RiCloseLine size={18} />}
          onPress={onClose}
        />
      </header>
      {children}
    </div>
  );
}
