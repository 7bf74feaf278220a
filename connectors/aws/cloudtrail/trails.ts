import type { Trail } from '@aws-sdk/client-cloudtrail';
import { trails } from '#shared/assets/aws/cloudtrail.ts';
import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const trailsId = (scope: Scope): string => arnIn(scope, 'cloudtrail', 'trail/*');

/** The trails of other regions and of the organisation that reach here come with the list. */
export default awsConnector<{ readonly trails: readonly Trail[] }>(trails, {
  rare: true,
  isSetting: true,
  operations: {
    list: awsOperations('cloudtrail:DescribeTrails'),
    read: awsOperations('cloudtrail:GetTrailStatus', 'cloudtrail:GetEventSelectors'),
  },
  events: ['CreateTrail', 'UpdateTrail', 'PutEventSelectors', 'StartLogging', 'StopLogging', 'DeleteTrail'],
  async *list(services) {
    yield await described(services);
  },
  identify: (_summary, { scope }) => ({ id: trailsId(scope), name: `CloudTrail in ${scope.region}` }),
  async read({ cloudTrail }, summary) {
    const read = summary.trails.map(async (trail) => ({
      ...trail,
      IsLogging: await cloudTrail.part(
        'GetTrailStatus',
        { Name: trail.TrailARN },
        (reply) => reply.IsLogging,
      ),
      // Without selectors of its own a trail records all management events.
      selectors: trail.HasCustomEventSelectors
        ? await cloudTrail.part(
            'GetEventSelectors',
            { TrailName: trail.TrailARN },
            ({ EventSelectors, AdvancedEventSelectors }) => ({ EventSelectors, AdvancedEventSelectors }),
          )
        : undefined,
    }));
    return { trails: await Promise.all(read) };
  },
  find: (services) => described(services),
  affected: (_event, { scope }) => trailsId(scope),
});

async function described({ cloudTrail }: AwsServices) {
  const { trailList = [] } = await cloudTrail('DescribeTrails', { includeShadowTrails: true });
  return {
    trails: trailList.map(
      ({ Name, TrailARN, HomeRegion, IsMultiRegionTrail, IsOrganizationTrail, HasCustomEventSelectors }) => ({
        Name,
        TrailARN,
        HomeRegion,
        IsMultiRegionTrail,
        IsOrganizationTrail,
        HasCustomEventSelectors,
      }),
    ),
  };
}
