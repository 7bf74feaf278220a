import type { Context } from 'aws-lambda';

let invocations = 0;

/** What Lambda hands over beside the event. */
export function contextOf(functionName = 'a-function'): Context {
  invocations += 1;
  return {
    functionName,
    awsRequestId: `request-${invocations}`,
    callbackWaitsForEmptyEventLoop: false,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-1:111122223333:function:${functionName}`,
    memoryLimitInMB: '512',
    logGroupName: `/aispm/functions/aispm/${functionName}`,
    logStreamName: 'stream',
    getRemainingTimeInMillis: () => 60_000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

/** A place for log lines, and what they say. */
export function lines() {
  const written: string[] = [];
  return {
    write: (line: string) => {
      written.push(line);
    },
    written,
    parsed: () => written.map((line): Record<string, unknown> => JSON.parse(line)),
  };
}
