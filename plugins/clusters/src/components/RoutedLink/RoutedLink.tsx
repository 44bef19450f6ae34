import { type ReactNode, useContext } from 'react';
import { RoutedContext } from './RoutedLinks';
import styles from './RoutedLink.module.css';

/**
 * A link to a page of the portal, within {@link RoutedLinks}. One that has a
 * label instead of a text covers the box that it is placed in.
 */
export function RoutedLink(
  props: { to: string } & ({ children: ReactNode } | { label: string }),
) {
  const { to } = props;
  const { base, open } = useContext(RoutedContext);
  const hasText = 'children' in props;
  return (
    <a
      className={hasText ? styles.link : styles.cover}
      aria-label={hasText ? undefined : props.label}
      href={base.replace(/\/$/, '') + to}
      onClick={event => open(event, to)}
    >
      {hasText ? props.children : undefined}
    </a>
  );
}
