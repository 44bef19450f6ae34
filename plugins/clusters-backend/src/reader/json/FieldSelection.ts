import type { WantedFields } from '@clusterworks/plugin-clusters-health';

interface Candidate {
  name: string;
  bytes: Buffer;
  selection: FieldSelection;
}

/** The wanted fields, prepared for look-ups by the bytes of their names. */
export class FieldSelection {
  readonly #byLength: (Candidate[] | undefined)[] = [];
  /** The selection for fields of any other name, when all fields are wanted. */
  readonly others: FieldSelection | undefined;

  constructor(fields: WantedFields) {
    this.others = fields['*'] && new FieldSelection(fields['*']);
    for (const [name, inner] of Object.entries(fields)) {
      if (name !== '*') {
        const bytes = Buffer.from(name);
        (this.#byLength[bytes.length] ??= []).push({
          name,
          bytes,
          selection: new FieldSelection(inner),
        });
      }
    }
  }

  /** The wanted field whose name equals the given bytes. */
  find(bytes: Buffer, start: number, end: number): Candidate | undefined {
    const candidates = this.#byLength[end - start];
    if (candidates !== undefined) {
      for (let index = 0; index < candidates.length; index += 1) {
        if (isSame(candidates[index].bytes, bytes, start)) {
          return candidates[index];
        }
      }
    }
    return undefined;
  }
}

function isSame(name: Buffer, bytes: Buffer, start: number): boolean {
  for (let index = 0; index < name.length; index += 1) {
    if (name[index] !== bytes[start + index]) {
      return false;
    }
  }
  return true;
}
