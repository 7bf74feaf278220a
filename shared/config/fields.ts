import * as z from 'zod';

/**
 * A string of a known form. The message names what was written, what it should be and what to do; a number
 * where a string belongs (YAML reads unquoted digits as one) is told to be put in quotes.
 */
export function text(pattern: RegExp, what: string, remedy: string): z.ZodType<string> {
  return z
    .string({
      error: ({ input }) =>
        typeof input === 'number'
          ? `${input} is a number, not ${what}; write it in quotes: "${input}"`
          : input === undefined
            ? `is missing; ${remedy}`
            : `${JSON.stringify(input)} is not ${what}; ${remedy}`,
    })
    .regex(pattern, {
      error: ({ input }) => `${JSON.stringify(input)} is not ${what}; ${remedy}`,
    });
}

export const AccountId = text(/^\d{12}$/, 'a 12-digit account id', 'write all twelve digits, in quotes');

export const AwsRegion = text(
  /^[a-z]{2}(-[a-z]+)+-\d$/,
  'an AWS region',
  'write its code, such as eu-west-1 (aws account list-regions shows yours)',
);

export const GcpRegion = text(
  /^[a-z]+(-[a-z]+)+\d{1,2}$/,
  'a Google Cloud region',
  'write its name, such as europe-west4 (gcloud compute regions list shows them)',
);

export const Uuid = (of: string, remedy: string) =>
  text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, of, remedy);

export const EmailAddress = text(
  /^[^\s@<>",;]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/,
  'an e-mail address',
  'write name@example.com, without a display name',
);

/** A non-empty list without repetitions. */
export function listOf<Item>(item: z.ZodType<Item>, what: string) {
  return z
    .array(item, { error: `is not a list; write each of the ${what} on its own line after a dash` })
    .min(1, `is an empty list; name at least one of the ${what}, or remove the setting`)
    .check(({ value, issues }) => {
      const seen = new Set<Item>();
      for (const [index, entry] of value.entries()) {
        if (seen.has(entry))
          issues.push({
            code: 'custom',
            input: entry,
            path: [index],
            message: `${JSON.stringify(entry)} is named twice; remove one`,
          });
        seen.add(entry);
      }
    });
}
