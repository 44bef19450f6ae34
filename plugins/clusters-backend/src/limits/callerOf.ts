import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** A key that identifies the caller and is the same in all its requests. */
export function callerOf({ principal }: BackstageCredentials): string {
  const { type, userEntityRef, subject } = principal as {
    type: string;
    userEntityRef?: string;
    subject?: string;
  };
  return `${type}:${userEntityRef ?? subject ?? ''}`;
}
