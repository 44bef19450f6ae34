import {
  createContext,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useAnalytics } from '@backstage/frontend-plugin-api';
import { useHref, useNavigate } from 'react-router-dom';

/** What links need of the router; the same while the URL changes. */
export interface Routed {
  /** Where the portal lies on its host. */
  base: string;
  /** Opens a page for a click, unless the browser is asked to do so. */
  open: (event: MouseEvent<HTMLAnchorElement>, to: string) => void;
}

export const RoutedContext = createContext<Routed>({
  base: '/',
  open: () => {},
});

/** For another tab, window or file, or handled by somebody else. */
function isForBrowser(event: MouseEvent): boolean {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
  return (
    event.defaultPrevented ||
    button !== 0 ||
    [metaKey, ctrlKey, shiftKey, altKey].includes(true)
  );
}

/**
 * Makes the links of a large picture open by the router. Each `Link` of BUI
 * depends on the URL: with a thousand of them, a filter that is typed into the
 * URL renders them all before the next letter.
 */
export function RoutedLinks(props: { children: ReactNode }) {
  const base = useHref('/');
  const navigate = useNavigate();
  const analytics = useAnalytics();
  const newest = useRef({ navigate, analytics });
  useEffect(() => {
    newest.current = { navigate, analytics };
  });
  const routed = useMemo<Routed>(
    () => ({
      base,
      open(event, to) {
        const link = event.currentTarget;
        const name = link.getAttribute('aria-label') ?? link.textContent ?? to;
        const attributes = { to };
        newest.current.analytics.captureEvent('click', name, { attributes });
        if (!isForBrowser(event)) {
          event.preventDefault();
          newest.current.navigate(to);
        }
      },
    }),
    [base],
  );
  return (
    <RoutedContext.Provider value={routed}>
      {props.children}
    </RoutedContext.Provider>
  );
}
