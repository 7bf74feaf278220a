import * as z from 'zod';

/** The error of a Google API as JSON, as far as waiting is concerned (AIP-193). */
const Refusal = z.object({
  error: z.object({
    details: z.array(z.looseObject({ '@type': z.string().optional(), retryDelay: z.unknown().optional() })),
  }),
});

const RETRY_INFO = 'type.googleapis.com/google.rpc.RetryInfo';

/** A protobuf Duration in JSON: seconds with up to nine digits after the point, `3.5s`. */
const DURATION = /^(\d{1,9}(?:\.\d{1,9})?)s$/;

/**
 * How long a refusal asks to wait, in milliseconds: `google.rpc.RetryInfo` among the details of its error, which
 * comes in the body and with no `Retry-After`.
 */
export function retryInfoIn(body: string): number | undefined {
  if (!body.includes(RETRY_INFO)) return undefined;
  const refusal = Refusal.safeParse(parsed(body));
  const info = refusal.data?.error.details.find((detail) => detail['@type'] === RETRY_INFO);
  const [, seconds] = typeof info?.retryDelay === 'string' ? (DURATION.exec(info.retryDelay) ?? []) : [];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
