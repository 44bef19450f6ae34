import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';

/** Runs an action and returns its output. */
export async function runAction(
  action: { handler: (context: any) => Promise<void> },
  input: object,
  options: object = {},
): Promise<Record<string, any>> {
  const context: any = createMockActionContext({ input } as any);
  Object.assign(context, options);
  const output: Record<string, any> = {};
  context.output = (name: string, value: any) => {
    output[name] = value;
  };
  await action.handler(context);
  return output;
}
