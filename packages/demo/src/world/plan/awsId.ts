/** A stable id of AWS's form for a name. */
export function awsId(kind: string, name: string): string {
  let hash = 0n;
  for (const character of name) {
    hash =
      (hash * 1099511628211n + BigInt(character.charCodeAt(0))) % 2n ** 68n;
  }
  return `${kind}-${hash.toString(16).padStart(17, '0').slice(-17)}`;
}
