import type { Json } from '#shared/model/json.ts';

/**
 * A policy document as JSON. IAM gives it percent-encoded (RFC 3986), S3 plain; OpenSearch writes an empty text where
 * there is none. What is no JSON stays the text that it was, which the asset type then calls malformed.
 */
export function decodedJson(document: string | undefined): Json | undefined {
  if (document === undefined || document === '') return undefined;
  try {
    return JSON.parse(document.startsWith('%') ? decodeURIComponent(document) : document);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return document;
    throw error;
  }
}

/** Services in whose name AI workloads run; a role that trusts one is part of the AI estate. */
const AI_SERVICE =
  /(?:^|\.)(?:sagemaker|bedrock|bedrock-agentcore|comprehend|rekognition|textract|transcribe|kendra|personalize|forecast|lexv2|qbusiness)\.amazonaws\.com$/;

/** Whether a trust policy lets an AI service assume its role. */
export function trustsAiService(trustPolicy: Json | undefined): boolean {
  return [...textsIn(trustPolicy)].some((text) => AI_SERVICE.test(text));
}

function* textsIn(value: Json | undefined): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Array.isArray(value) ? value : Object.values(value)) yield* textsIn(inner);
}
