import { ServiceUnavailableError } from '@backstage/errors';

/** @throws ServiceUnavailableError when what is stored cannot be read */
export async function remembered<T>(read: Promise<T>): Promise<T> {
  return await read.catch(error => {
    throw new ServiceUnavailableError(
      'History cannot be read: the database does not answer',
      error,
    );
  });
}
