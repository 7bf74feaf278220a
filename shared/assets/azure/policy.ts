import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { armEnum } from './spelling.ts';

const PolicyAssignment = z.looseObject({
  properties: z.looseObject({
    policyDefinitionId: z.string().optional(),
    enforcementMode: armEnum(['Default', 'DoNotEnforce', 'Enroll']).optional(),
    parameters: z
      .looseObject({ effect: z.looseObject({ value: z.string().optional() }).optional() })
      .optional(),
  }),
  /** Read along where an initiative is assigned: the definitions that it stands for. */
  policySetDefinition: z
    .looseObject({
      properties: z.looseObject({
        policyDefinitions: z.array(z.looseObject({ policyDefinitionId: z.string() })),
      }),
    })
    .optional(),
});

/** What of Azure Policy applies to a subscription with workspaces of Azure Machine Learning. */
export const policyAssignments = assetType('azure.authorization.policy-assignments', {
  title: 'Azure Policy assignments of a subscription',
  placement: 'global',
  nativeType: 'Microsoft.Authorization/policyAssignments',
  shape: {
    package: '@azure/arm-policy',
    type: 'PolicyAssignment',
    parts: { policyAssignments: 'PolicyAssignment' },
    wireOnly: {
      // To the package a parameter is any; this one is that of the definition.
      'policyAssignments[].properties.parameters.effect':
        'azure-policy/Machine_Learning__ApprovalEndpoint_EnforceSetting.json',
      'policyAssignments[].policySetDefinition':
        'https://learn.microsoft.com/rest/api/policy-authorization/policy-set-definitions/get',
    },
  },
  config: z.looseObject({ policyAssignments: z.array(PolicyAssignment).optional() }),
});
