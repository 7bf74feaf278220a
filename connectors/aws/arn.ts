/** `arn:partition:service:region:account:resource`; the resource keeps its own colons and slashes. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** The parts of an ARN, or `undefined` when the text is none. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

/** What stands after the resource type: `arn:aws:sagemaker:…:model/churn` → `churn`. */
export function nameInArn(arn: string): string {
  const resource = parseArn(arn)?.resource ?? '';
  return resource.slice(resource.search(/[/:]/) + 1);
}

/** The bucket of an `s3://bucket/key` address as its ARN, or `undefined` when the text is no such address. */
export function bucketArnOf(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  const bucket = /^s3:\/\/([^/]+)/.exec(address)?.[1];
  return bucket && `arn:aws:s3:::${bucket}`;
}
