import type { UsagePlan } from '@aws-sdk/client-api-gateway';
import { usagePlan } from '#shared/assets/aws/apigateway.ts';
import type { Scope } from '#shared/model/scope.ts';
import { partitionOf } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';

const planArn = ({ region }: Scope, id: string): string =>
  `arn:${partitionOf(region)}:apigateway:${region}::/usageplans/${id}`;

export default awsConnector<UsagePlan>(usagePlan, {
  rare: true,
  operations: { list: awsOperations('apigateway:GetUsagePlans') },
  events: ['CreateUsagePlan', 'UpdateUsagePlan', 'DeleteUsagePlan'],
  list: ({ apiGateway }) => apiGateway.list('GetUsagePlans', { limit: 500 }, 'items'),
  identify: ({ id = '', name = '' }, { scope }) => ({ id: id && planArn(scope, id), name }),
  async find({ apiGateway }, assetId) {
    for await (const plan of apiGateway.list('GetUsagePlans', { limit: 500 }, 'items'))
      if (assetId.endsWith(`/usageplans/${plan.id}`)) return plan;
    return undefined;
  },
  affected: (event, { scope }) => {
    const id = asked(event, 'usagePlanId') ?? answered(event, 'id');
    return id && planArn(scope, id);
  },
});
