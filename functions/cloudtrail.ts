import * as z from 'zod';
import { changedAssets } from '#connectors/aws/changes.ts';
import { awsConnectors } from '#connectors/aws/index.ts';
import { JsonObject } from '#shared/model/json.ts';
import { GLOBAL, type Scope } from '#shared/model/scope.ts';
import type { RescanRequest } from '#shared/pipeline/rescan-request.ts';

/**
 * CloudTrail's report of a management event, as EventBridge delivers it:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export const CloudTrailReport = z.object({
  id: z.string().min(1),
  'detail-type': z.literal('AWS API Call via CloudTrail'),
  account: z.string().regex(/^\d{12}$/),
  region: z.string().min(1),
  detail: z.object({
    eventSource: z.string().min(1),
    eventName: z.string().min(1),
    // CloudTrail writes null where there is nothing.
    requestParameters: JsonObject.nullish(),
    responseElements: JsonObject.nullish(),
  }),
});
export type CloudTrailReport = z.infer<typeof CloudTrailReport>;

/** The assets that the event speaks of, to be read again in the scope that each is found in. */
export function rescansAfter({ id, account, region, detail }: CloudTrailReport): RescanRequest[] {
  const scope: Scope = { provider: 'aws', account, region };
  const event = {
    eventSource: detail.eventSource,
    eventName: detail.eventName,
    requestParameters: detail.requestParameters ?? undefined,
    responseElements: detail.responseElements ?? undefined,
  };
  return changedAssets(awsConnectors, event, { scope }).map(({ assetType, assetId }) => ({
    scanId: `change-${id}`,
    scope: isGlobal(assetType) ? { ...scope, region: GLOBAL } : scope,
    assetType,
    assetId,
  }));
}

const isGlobal = (assetType: string): boolean =>
  awsConnectors.some(
    (connector) => connector.assetType.id === assetType && connector.assetType.placement === 'global',
  );
