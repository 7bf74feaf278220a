/** The function of an ARN that may name a version or an alias of it; asset ids never do. */
export const functionArn = (arn: unknown): string | undefined =>
  typeof arn === 'string' ? /^arn:[^:]+:lambda:[^:]+:\d+:function:[^:]+/.exec(arn)?.[0] : undefined;
