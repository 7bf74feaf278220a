/** The full resource name of the bucket in a `gs://bucket/object` address, if the text is one. */
export function bucketIdOf(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  const bucket = /^gs:\/\/([^/]+)/.exec(address)?.[1];
  return bucket && `//storage.googleapis.com/${bucket}`;
}
