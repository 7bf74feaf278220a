/**
 * How services of Vertex AI say, with HTTP 400 and FAILED_PRECONDITION, that a location is none of theirs:
 * “ReasoningEngine service is not available in region: europe-central2.” (GoogleCloudPlatform/agent-starter-pack#252)
 * and “Vertex AI Rag Service is not supported in region us-west2” (mondoohq/mql#8177).
 */
const NOT_OFFERED = /\bservice is not (?:available|supported) in region:? ([a-z0-9-]+)/i;

const FAILED_PRECONDITION = /"status"\s*:\s*"FAILED_PRECONDITION"/;

/**
 * The location of which a refusal says plainly that the service is not offered there, so that it holds nothing.
 * “Permission denied on 'locations/…' (or it may not exist)” is not plain.
 */
export function notOfferedIn(status: number, body: string): string | undefined {
  if (status !== 400 || !FAILED_PRECONDITION.test(body)) return undefined;
  return NOT_OFFERED.exec(body)?.[1];
}
