import { configRules } from '#shared/assets/aws/watching.ts';
import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const listId = (scope: Scope): string => arnIn(scope, 'config', 'config-rule/*');

export default awsConnector<{ readonly ConfigRules: readonly object[] }>(configRules, {
  rare: true,
  isSetting: true,
  operations: { list: awsOperations('config:DescribeConfigRules') },
  events: ['PutConfigRule', 'DeleteConfigRule'],
  async *list(services) {
    yield await readAll(services);
  },
  identify: (_summary, { scope }) => ({
    id: listId(scope),
    name: `AWS Config rules on AI in ${scope.region}`,
  }),
  find: (services) => readAll(services),
  affected: (_event, { scope }) => listId(scope),
});

const AI = /sagemaker|bedrock/i;

/** Rules on SageMaker and Bedrock, by what AWS calls them or by what their owner does. */
async function readAll({ config }: AwsServices) {
  const all = await Array.fromAsync(config.list('DescribeConfigRules', {}, 'ConfigRules'));
  const ConfigRules = all.flatMap(
    ({ ConfigRuleName = '', ConfigRuleArn, ConfigRuleState, Source, Scope: on }) => {
      const types = on?.ComplianceResourceTypes ?? [];
      return [ConfigRuleName, Source?.SourceIdentifier ?? '', ...types].some((text) => AI.test(text))
        ? [{ ConfigRuleName, ConfigRuleArn, ConfigRuleState }]
        : [];
    },
  );
  return { ConfigRules };
}
