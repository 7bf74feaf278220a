import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { assignedIdentity } from './assigned-identity.ts';
import { DIAGNOSTIC_SETTINGS_MODEL, DiagnosticSetting } from './diagnostic-settings.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

const PACKAGE = '@azure/arm-cognitiveservices';

export const aiServicesAccount = assetType('azure.cognitive-services.account', {
  title: 'Azure AI services account',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts',
  shape: {
    package: PACKAGE,
    type: 'Account',
    parts: {
      diagnosticSettings: DIAGNOSTIC_SETTINGS_MODEL,
      defenderForAISettings: 'DefenderForAISetting',
      networkSecurityPerimeterConfigurations: 'NetworkSecurityPerimeterConfiguration',
    },
  },
  tags: resourceTags,
  config: z.looseObject({
    kind: z.string().optional(),
    identity: assignedIdentity,
    properties: z.looseObject({
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      disableLocalAuth: z.boolean().optional(),
      networkAcls: z
        .looseObject({
          defaultAction: armEnum(['Allow', 'Deny']).optional(),
          bypass: armEnum(['None', 'AzureServices']).optional(),
          ipRules: z.array(z.looseObject({ value: z.string() })).optional(),
        })
        .optional(),
      privateEndpointConnections: privateEndpointConnections(['Pending', 'Approved', 'Rejected']).optional(),
      encryption: z
        .looseObject({ keySource: armEnum(['Microsoft.CognitiveServices', 'Microsoft.KeyVault']).optional() })
        .optional(),
      restrictOutboundNetworkAccess: z.boolean().optional(),
      allowedFqdnList: z.array(z.string()).optional(),
      customSubDomainName: z.string().optional(),
      capabilities: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).optional(),
      abusePenalty: z.looseObject({ action: armEnum(['Throttle', 'Block']).optional() }).optional(),
      storedCompletionsDisabled: z.boolean().optional(),
      apiProperties: z.looseObject({}).optional(),
      networkInjections: z
        .array(
          z.looseObject({
            scenario: armEnum(['none', 'agent']).optional(),
            subnetArmId: z.string().optional(),
            useMicrosoftManagedNetwork: z.boolean().optional(),
          }),
        )
        .optional(),
      allowProjectManagement: z.boolean().optional(),
      userOwnedStorage: z.array(z.looseObject({})).optional(),
    }),
    diagnosticSettings: z.array(DiagnosticSetting).optional(),
    defenderForAISettings: z
      .array(z.looseObject({ properties: z.looseObject({ state: armEnum(['Disabled', 'Enabled']) }) }))
      .optional(),
    networkSecurityPerimeterConfigurations: z
      .array(
        z.looseObject({
          properties: z.looseObject({
            resourceAssociation: z.looseObject({ accessMode: z.string().optional() }).optional(),
            profile: z
              .looseObject({
                accessRules: z
                  .array(
                    z.looseObject({
                      properties: z
                        .looseObject({
                          direction: armEnum(['Inbound', 'Outbound']).optional(),
                          addressPrefixes: z.array(z.string()).optional(),
                          fullyQualifiedDomainNames: z.array(z.string()).optional(),
                        })
                        .optional(),
                    }),
                  )
                  .optional(),
              })
              .optional(),
          }),
        }),
      )
      .optional(),
  }),
});

/** How a model of an account is served. What Microsoft says of the model in that region is read along. */
export const modelDeployment = assetType('azure.cognitive-services.deployment', {
  title: 'Azure AI model deployment',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts/deployments',
  shape: { package: PACKAGE, type: 'Deployment', parts: { offeredModel: 'Model' } },
  tags: resourceTags,
  config: z.looseObject({
    sku: z.looseObject({ name: z.string().optional() }).optional(),
    properties: z.looseObject({
      raiPolicyName: z.string().optional(),
      versionUpgradeOption: armEnum([
        'OnceNewDefaultVersionAvailable',
        'OnceCurrentVersionExpired',
        'NoAutoUpgrade',
      ]).optional(),
      model: z
        .looseObject({
          name: z.string().optional(),
          version: z.string().optional(),
          format: z.string().optional(),
          publisher: z.string().optional(),
          sourceAccount: z.string().optional(),
        })
        .optional(),
    }),
    offeredModel: z
      .looseObject({
        model: z.looseObject({
          lifecycleStatus: armEnum([
            'Stable',
            'Preview',
            'GenerallyAvailable',
            'Deprecating',
            'Deprecated',
            'Legacy',
          ]).optional(),
          deprecation: z.looseObject({ inference: z.string().optional() }).optional(),
          skus: z
            .array(z.looseObject({ name: z.string().optional(), deprecationDate: z.string().optional() }))
            .optional(),
        }),
      })
      .optional(),
  }),
});

/** A content filter, which Azure calls a responsible AI policy. */
export const raiPolicy = assetType('azure.cognitive-services.rai-policy', {
  title: 'Azure AI content filter',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts/raiPolicies',
  shape: { package: PACKAGE, type: 'RaiPolicy' },
  tags: resourceTags,
  config: z.looseObject({
    properties: z.looseObject({
      type: armEnum(['UserManaged', 'SystemManaged']).optional(),
      mode: armEnum(['Default', 'Deferred', 'Blocking', 'Asynchronous_filter']).optional(),
      basePolicyName: z.string().optional(),
      contentFilters: z
        .array(
          z.looseObject({
            name: z.string().optional(),
            enabled: z.boolean().optional(),
            blocking: z.boolean().optional(),
            severityThreshold: armEnum(['Low', 'Medium', 'High']).optional(),
            source: armEnum(['Prompt', 'Completion']).optional(),
          }),
        )
        .optional(),
      customBlocklists: z
        .array(z.looseObject({ blocklistName: z.string().optional(), blocking: z.boolean().optional() }))
        .optional(),
      customTopics: z
        .array(z.looseObject({ topicName: z.string().optional(), blocking: z.boolean().optional() }))
        .optional(),
    }),
  }),
});

/** Words and patterns that a content filter looks for. Which they are is not read. */
export const raiBlocklist = assetType('azure.cognitive-services.rai-blocklist', {
  title: 'Azure AI block list',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts/raiBlocklists',
  shape: { package: PACKAGE, type: 'RaiBlocklist' },
  tags: resourceTags,
  config: z.looseObject({
    properties: z.looseObject({ description: z.string().optional() }).optional(),
  }),
});
