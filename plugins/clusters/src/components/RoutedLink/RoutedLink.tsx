import { type ReactNode, useContext } from 'react';
import { RoutedContext } from './RoutedLinks';
import styles from './RoutedLink.module.css';

/** A link to a page of the portal, within {@link RoutedLinks}. */
export function RoutedLink(props: { to: string; children: ReactNode }) {
  const { to, children } = props;
  const { base, open } = useContext(RoutedContext);
  return (
    <a
      className={styles.link}
      href={base.replace(/\/$/, '') + to}
      onClick={event => open(event, to)}
    >
      {children}
    </a>
  );
}
