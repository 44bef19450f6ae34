import { authorizationOf } from './authorizationOf';
import type { ReaderCredential } from './ClusterTarget';

describe('authorizationOf', () => {
  it('makes the header of a token once', () => {
    const credential: ReaderCredential = { type: 'bearer', token: 'abc' };
    const header = authorizationOf(credential);
    expect(header).toEqual({ authorization: 'Bearer abc' });
    expect(authorizationOf(credential)).toBe(header);
    const renewed: ReaderCredential = { type: 'bearer', token: 'def' };
    expect(authorizationOf(renewed)?.authorization).toBe('Bearer def');
  });

  it.each<ReaderCredential>([
    { type: 'anonymous' },
    { type: 'certificate', cert: 'c', key: 'k' },
  ])('sends none for a credential of type $type', credential => {
    expect(authorizationOf(credential)).toBeUndefined();
  });
});
