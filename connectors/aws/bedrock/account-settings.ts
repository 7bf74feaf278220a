import type { AccountEnforcedGuardrailOutputConfiguration } from '@aws-sdk/client-bedrock';
import { accountSettings } from '#shared/assets/aws/bedrock-account.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { withoutTexts } from './guardrail-texts.ts';
import { invokedModels, listMetrics } from './invocations.ts';
import { listFoundationModels, regionModels } from './listed-models.ts';

interface Settings {
  readonly guardrailsConfig: readonly AccountEnforcedGuardrailOutputConfiguration[];
}

/** The settings have no ARN of their own; IAM knows their operations on `*` alone. */
export const accountSettingsId = (scope: Scope): string => arnIn(scope, 'bedrock', 'account-settings');

const readSettings = async ({ bedrock }: AwsServices): Promise<Settings> => ({
  guardrailsConfig: await Array.fromAsync(
    bedrock.list('ListEnforcedGuardrailsConfiguration', {}, 'guardrailsConfig'),
  ),
});

/** What holds for every call of a model in the region, whoever calls: there always is one. */
export default awsConnector<Settings>(accountSettings, {
  isSetting: true,
  operations: {
    list: awsOperations('bedrock:ListEnforcedGuardrailsConfiguration'),
    parts: {
      enforcedGuardrails: awsOperation('bedrock:GetGuardrail'),
      dataRetention: awsOperation('bedrock:GetAccountDataRetention'),
      invokedModels: listMetrics,
      legacyModels: listFoundationModels,
    },
  },
  events: [
    'PutEnforcedGuardrailConfiguration',
    'DeleteEnforcedGuardrailConfiguration',
    'PutAccountDataRetention',
  ],
  withoutEvents: { create: 'a region has the settings from the start' },
  async *list(services) {
    yield await readSettings(services);
  },
  identify: (_summary, { scope }) => ({
    id: accountSettingsId(scope),
    name: `Bedrock settings in ${scope.region}`,
  }),
  async read(services, settings) {
    const [enforcedGuardrails, dataRetention, invoked] = await Promise.all([
      guardrailsOf(services, settings),
      services.bedrock.part('GetAccountDataRetention', {}, (output) => output),
      invokedModels(services),
    ]);
    const isUsed = !isUnread(invoked) && invoked.length > 0;
    return {
      guardrailsConfig: settings.guardrailsConfig,
      enforcedGuardrails,
      dataRetention,
      invokedModels: invoked,
      legacyModels: isUsed ? await legacyModels(services) : undefined,
    };
  },
  find: (services) => readSettings(services),
  affected: (_event, { scope }) => accountSettingsId(scope),
  relations: ({ guardrailsConfig }) =>
    (Array.isArray(guardrailsConfig) ? guardrailsConfig : []).map((enforced) =>
      isObject(enforced) ? relation('guarded-by', enforced['guardrailArn']) : undefined,
    ),
});

/** What the enforced guardrails do, in the enforced versions; of one that is gone there is nothing. */
async function guardrailsOf(
  { bedrock }: AwsServices,
  { guardrailsConfig }: Settings,
): Promise<(Json | Unread)[]> {
  const read = await Promise.all(
    guardrailsConfig.map(({ guardrailArn, guardrailId, guardrailVersion }) =>
      bedrock.part(
        'GetGuardrail',
        { guardrailIdentifier: guardrailArn ?? guardrailId, guardrailVersion },
        withoutTexts,
      ),
    ),
  );
  return read.filter((guardrail) => guardrail !== undefined);
}

/** One call for the models of the region; those that are still current say nothing. */
async function legacyModels(services: AwsServices): Promise<object[] | Unread> {
  const models = await regionModels(services);
  if (isUnread(models)) return models;
  return models.flatMap(({ modelId, modelName, providerName, modelLifecycle }) =>
    // A status that nobody knows yet is kept: what it means is for the check to say.
    modelLifecycle && modelLifecycle.status !== 'ACTIVE'
      ? [{ modelId, modelName, providerName, modelLifecycle }]
      : [],
  );
}
