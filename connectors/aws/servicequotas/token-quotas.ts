import { tokenQuotas } from '#shared/assets/aws/watching.ts';
import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const listId = (scope: Scope): string => arnIn(scope, 'servicequotas', 'bedrock/*');

export default awsConnector<{ readonly applied: readonly object[] }>(tokenQuotas, {
  rare: true,
  isSetting: true,
  operations: {
    list: awsOperations('service-quotas:ListServiceQuotas', 'service-quotas:ListAWSDefaultServiceQuotas'),
  },
  withoutEvents: {
    create: 'Quotas are there from the start, with a default.',
    update: 'A quota changes when AWS grants what was asked for, which no event says.',
    delete: 'A quota is never deleted while its service has it.',
  },
  async *list(services) {
    yield await readAll(services);
  },
  identify: (_summary, { scope }) => ({
    id: listId(scope),
    name: `token quotas of Bedrock in ${scope.region}`,
  }),
  find: (services) => readAll(services),
});

/** There are thousands of quotas: what differs is kept, and only of tokens. */
async function readAll({ serviceQuotas }: AwsServices) {
  const asked = { ServiceCode: 'bedrock', MaxResults: 100 };
  const defaults = new Map<string, number | undefined>();
  for await (const { QuotaCode = '', Value } of serviceQuotas.list(
    'ListAWSDefaultServiceQuotas',
    asked,
    'Quotas',
  ))
    defaults.set(QuotaCode, Value);
  const applied: object[] = [];
  for await (const { QuotaCode = '', QuotaName = '', Value } of serviceQuotas.list(
    'ListServiceQuotas',
    asked,
    'Quotas',
  ))
    if (/tokens per/i.test(QuotaName) && defaults.has(QuotaCode) && defaults.get(QuotaCode) !== Value)
      applied.push({ QuotaCode, QuotaName, Value });
  return { applied };
}
