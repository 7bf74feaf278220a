import * as z from 'zod';

/**
 * One of the documented values, in any letter case: Azure Resource Manager spells the same value differently
 * from api-version to api-version (`Enabled`, `enabled`), and Azure Policy compares without case.
 */
export function armEnum<const Values extends readonly [string, ...string[]]>(values: Values) {
  const spelling = new Map(values.map((value) => [value.toLowerCase(), value]));
  return z.preprocess(
    (value) => (typeof value === 'string' ? (spelling.get(value.toLowerCase()) ?? value) : value),
    z.enum(values),
  );
}
