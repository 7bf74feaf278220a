import { detectors } from '#shared/assets/aws/guardduty.ts';
import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const detectorsId = (scope: Scope): string => arnIn(scope, 'guardduty', 'detector/*');

export default awsConnector<{ readonly detectors: readonly object[] }>(detectors, {
  rare: true,
  isSetting: true,
  operations: { list: awsOperations('guardduty:ListDetectors', 'guardduty:GetDetector') },
  events: ['CreateDetector', 'UpdateDetector', 'DeleteDetector'],
  async *list(services) {
    yield await detectorsOf(services);
  },
  identify: (_summary, { scope }) => ({ id: detectorsId(scope), name: `GuardDuty in ${scope.region}` }),
  find: (services) => detectorsOf(services),
  affected: (_event, { scope }) => detectorsId(scope),
});

async function detectorsOf({ guardDuty }: AwsServices) {
  const ids = await Array.fromAsync(
    guardDuty.list('ListDetectors', { MaxResults: 50 }, 'DetectorIds', {
      token: ['NextToken', 'NextToken'],
    }),
  );
  const read = ids.map(async (DetectorId) => {
    const { Status, Features } = await guardDuty('GetDetector', { DetectorId });
    return { DetectorId, Status, Features };
  });
  return { detectors: await Promise.all(read) };
}
