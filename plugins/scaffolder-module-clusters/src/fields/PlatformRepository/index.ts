import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { PlatformRepository } from './PlatformRepository';
import { defineField } from '../defineField';

/** `ui:field: PlatformRepository`. */
export const platformRepositoryField = defineField({
  name: 'PlatformRepository',
  component: PlatformRepository,
  schema: makeFieldSchema({ output: z => z.string() }),
});
