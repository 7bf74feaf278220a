import middy, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { type Log, logTo, toStandardOutput, type Write } from './log.ts';
import { type Metrics, metricsTo } from './metrics.ts';
import { redactText } from './redact.ts';

/** What a function has at hand beside its request. */
export interface Invocation {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Says that nothing but the metrics is to be written of how this one ends: a stranger called. */
  readonly leaveNoLine: () => void;
}

/** Builds what the function works on; called once per container. */
export type Provide<Provided> = () => Provided | Promise<Provided>;

export type Run<Request, Provided, Answer> = (
  request: Request,
  provided: Provided,
  invocation: Invocation,
) => Promise<Answer>;

/** A handler as Lambda calls it; `with` gives the same over something else, as tests do. */
export interface Handler<Provided> {
  (event: unknown, context: Context): Promise<unknown>;
  with(provided: Provided, write?: Write): (event: unknown, context: Context) => Promise<unknown>;
}

/** An event that is not what the function takes. The message names each place; retrying would not help. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';
}

/** The event as the schema reads it. Throws an {@link InvalidEvent} that names every place that is wrong. */
export function parseEvent<Event>(schema: z.ZodType<Event>, event: unknown): Event {
  const parsed = schema.safeParse(event);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`);
  throw new InvalidEvent(places.join('; '));
}

/**
 * The chain around every function: the event is read by its schema, logs carry ids and no secrets, metrics
 * are written when it ends, and an error leaves without secrets in its message.
 */
export function lambda<Request, Provided, Answer>(
  schema: z.ZodType<Request>,
  provide: Provide<Provided>,
  run: Run<Request, Provided, Answer>,
): Handler<Provided> {
  let provided: Promise<Provided> | undefined;
  const fromEnvironment = chain(schema, run, toStandardOutput, async () => {
    provided ??= Promise.resolve(provide());
    try {
      return await provided;
    } catch (error) {
      // The next invocation of this container tries again.
      provided = undefined;
      throw error;
    }
  });
  return Object.assign((event: unknown, context: Context) => fromEnvironment(event, context), {
    with: (other: Provided, write: Write = () => undefined) => {
      const handler = chain(schema, run, write, async () => other);
      return async (event: unknown, context: Context) => handler(event, context);
    },
  });
}

interface Internal extends Record<string, unknown> {
  invocation: Invocation;
}

function chain<Request, Provided, Answer>(
  schema: z.ZodType<Request>,
  run: Run<Request, Provided, Answer>,
  write: Write,
  provided: () => Promise<Provided>,
): MiddyfiedHandler<unknown, Answer, Error, Context, Internal> {
  const invocations = new WeakMap<Context, Invocation>();
  return middy<unknown, Answer, Error, Context, Internal>()
    .use(observed(write, (context, invocation) => invocations.set(context, invocation)))
    .handler(async (event, context) => {
      const invocation = invocations.get(context);
      if (!invocation) throw new Error('the observing middleware did not run');
      return run(parseEvent(schema, event), await provided(), invocation);
    });
}

/** Opens the invocation's log and metrics, and writes how it ended. */
function observed(
  write: Write,
  open: (context: Context, invocation: Invocation) => void,
): MiddlewareObj<unknown, unknown, Error, Context, Internal> {
  let isColdStart = true;
  const started = new WeakMap<Context, number>();
  const ends = new WeakMap<Context, { log: Log; metrics: ReturnType<typeof metricsTo>; isSilent: boolean }>();

  return {
    before: function observedBefore({ context }) {
      const log = logTo(write, {
        function: context.functionName,
        requestId: context.awsRequestId,
        ...(isColdStart && { coldStart: true }),
      });
      const metrics = metricsTo(write, context.functionName);
      if (isColdStart) metrics.add('ColdStarts', 1);
      isColdStart = false;
      started.set(context, performance.now());
      const end = { log, metrics, isSilent: false };
      ends.set(context, end);
      open(context, {
        log,
        metrics,
        leaveNoLine: () => {
          end.isSilent = true;
        },
      });
    },
    after: function observedAfter({ context }) {
      const end = ends.get(context);
      const milliseconds = Math.round(performance.now() - (started.get(context) ?? 0));
      end?.metrics.add('Duration', milliseconds, 'Milliseconds');
      if (!end?.isSilent) end?.log.info('done', { milliseconds });
      end?.metrics.flush();
    },
    onError: function observedOnError({ context, error }) {
      const end = ends.get(context);
      end?.metrics.add('Failures', 1);
      end?.log.error('failed', { error });
      end?.metrics.flush();
      if (error) throw withoutSecrets(error);
    },
  };
}

/** What leaves the function: Step Functions and dead-letter queues keep it. */
function withoutSecrets(error: Error): Error {
  const message = redactText(error.message);
  if (message === error.message) return error;
  const clean = new Error(message);
  clean.name = error.name;
  return clean;
}
