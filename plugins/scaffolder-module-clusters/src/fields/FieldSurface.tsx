import type { ReactNode } from 'react';
import { BgProvider } from '@backstage/ui';

/**
 * Tells Backstage UI that the inputs inside are on a white surface. Without
 * this element the inputs would have the colour of that surface, because the
 * scaffolder's own frame is not made of Backstage UI components.
 */
export function FieldSurface(props: { children: ReactNode }) {
  return <BgProvider bg="neutral-1">{props.children}</BgProvider>;
}
