import { memoryIo } from '../testing/memoryIo';
import { readToken } from './readToken';

describe('readToken', () => {
  const io = memoryIo({ token: ' from-file\n', empty: '\n', two: 'one two' });
  io.variables.CLUSTERS_TOKEN = 'from-environment';

  it('reads the file, or else the environment', async () => {
    expect(await readToken('token', io)).toBe('from-file');
    expect(await readToken(undefined, io)).toBe('from-environment');
  });

  it.each([
    ['empty', 'is empty'],
    ['two', 'does not hold one token'],
    ['absent', 'no such file'],
  ])('refuses a file that is %s', async (file, message) => {
    await expect(readToken(file, io)).rejects.toThrow(message);
  });

  it.each(['a\r\nx-more: header', 'sécret', 'a'.repeat(16_385)])(
    'refuses what is no token, and does not print it',
    async token => {
      const other = memoryIo();
      other.variables.CLUSTERS_TOKEN = token;
      const refused = await readToken(undefined, other).catch(error => error);
      expect(refused.message).toBe('CLUSTERS_TOKEN does not hold one token');
    },
  );

  it('says where a token is to be given', async () => {
    await expect(readToken(undefined, memoryIo())).rejects.toThrow(
      'set CLUSTERS_TOKEN, or give --token-file',
    );
  });
});
