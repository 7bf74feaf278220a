import type { ServerResponse } from 'node:http';

/**
 * What may go wrong with one reply. The names are those of the fault matrix.
 * `after` lets so many calls of the operation go well first; `times` bounds it to so many calls from there;
 * without them, every call.
 */
export type Fault = {
  readonly times?: number;
  readonly after?: number;
  /** Where a refusal for rate says how long to wait: in a header, unless its body is to say it. */
  readonly waitIn?: 'body';
} & (
  | { readonly kind: 'denied' | 'throttled' | 'server-error' | 'timeout' | 'cut' | 'malformed' }
  | { readonly kind: 'empty-page-with-next' | 'repeated-next' }
  | { readonly kind: 'unknown-enum' | 'unknown-field' }
);

export type FaultKind = Fault['kind'];

/** The faults of an estate by operation id, `sagemaker:ListModels`; `*` stands for every operation. */
export class Faults {
  readonly #faults = new Map<string, Fault>();
  readonly #calls = new Map<string, number>();

  set(operation: string, fault: Fault): void {
    this.#faults.set(operation, fault);
    this.#calls.delete(operation);
  }

  clear(): void {
    this.#faults.clear();
    this.#calls.clear();
  }

  /** The fault of the next call of the operation, if it has one. Counts the call. */
  take(operation: string): Fault | undefined {
    const fault = this.#faults.get(operation) ?? this.#faults.get('*');
    if (!fault) return undefined;
    const calls = (this.#calls.get(operation) ?? 0) + 1;
    this.#calls.set(operation, calls);
    const { after = 0, times = Number.POSITIVE_INFINITY } = fault;
    return calls > after && calls <= after + times ? fault : undefined;
  }
}

/** Faults that are the same for every protocol: the connection, not the content. True when it answered. */
export function answerBroken(fault: Fault, response: ServerResponse, body: string): boolean {
  switch (fault.kind) {
    case 'timeout':
      // Headers never come; the client gives up by its own clock and closes the socket.
      return true;
    case 'cut':
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body) + 64,
      });
      response.write(body.slice(0, Math.max(1, body.length >> 1)), () => response.destroy());
      return true;
    case 'malformed':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"<<< not what it says');
      return true;
    default:
      return false;
  }
}
