import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { PlatformRepository } from './PlatformRepository';

/** `ui:field: PlatformRepository`. */
export const platformRepositoryField = createFormField({
  name: 'PlatformRepository',
  component: PlatformRepository,
  schema: makeFieldSchema({ output: z => z.string() }),
});
