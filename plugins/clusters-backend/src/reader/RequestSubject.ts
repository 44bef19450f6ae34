/** The subject of a request, used in messages. */
export interface RequestSubject {
  verb: 'list' | 'watch' | 'get';
  what: string;
}
