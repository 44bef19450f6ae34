import { OBJECT_KINDS } from '../../hooks/useOpenObject';
import { kubectlCommands } from './kubectlCommands';

describe('kubectlCommands', () => {
  it('looks at an object and never changes one', () => {
    for (const kind of OBJECT_KINDS) {
      const commands = kubectlCommands({ kind, name: 'general-x4k2p' });
      expect(commands.length).toBeGreaterThan(1);
      for (const command of commands) {
        expect(command).toMatch(/^kubectl (get|describe|drain) /);
        expect(command).toContain('general-x4k2p');
        expect(command.includes('drain') && !/--dry-run/.test(command)).toBe(
          false,
        );
      }
    }
  });

  it.each([
    '',
    '-A',
    'a b',
    'a;id',
    '$(id)',
    'A',
    'a\nb',
    '`id`',
    'a'.repeat(254),
  ])('has none for the name %j', name => {
    expect(kubectlCommands({ kind: 'Node', name })).toEqual([]);
  });
});
