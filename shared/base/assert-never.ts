/**
 * Closes an exhaustive `switch`: a case that was added and forgotten is a compile error here,
 * and a value that should not exist throws at run time.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
