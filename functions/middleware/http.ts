import * as z from 'zod';
import { type Handler, type Invocation, lambda, type Provide } from './lambda.ts';

/**
 * A request to a function URL, as Lambda hands it over; names of headers are in lower case:
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads
 */
const FunctionUrlEvent = z.object({
  rawPath: z.string(),
  headers: z.record(z.string(), z.string()),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
});

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export interface HttpAnswer {
  readonly statusCode: 200 | 204 | 400 | 401 | 503;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A function behind a URL. Who calls it is for `run` to find out: Lambda lets everybody through. */
export const http = <Provided>(
  provide: Provide<Provided>,
  run: (request: HttpRequest, provided: Provided, invocation: Invocation) => Promise<HttpAnswer>,
): Handler<Provided> =>
  lambda(
    FunctionUrlEvent.transform(
      ({ rawPath, headers, requestContext, body = '', isBase64Encoded }): HttpRequest => ({
        method: requestContext.http.method,
        path: rawPath,
        headers,
        body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
      }),
    ),
    provide,
    run,
  );
