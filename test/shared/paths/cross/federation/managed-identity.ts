import type { TechniqueExamples } from '../../estate.ts';

const target =
  '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/claims/providers/Microsoft.ManagedIdentity/userAssignedIdentities/scoring';

const estate = (issuer: string) => [
  {
    type: 'azure.managed-identity.user-assigned-identity',
    id: target,
    config: {
      id: target,
      name: 'scoring',
      properties: { principalId: '22222222-0000-4000-8000-000000000002' },
      federatedIdentityCredentials: [
        {
          name: 'deployment',
          properties: {
            issuer,
            subject: 'repo:nordlicht/scoring:ref:refs/heads/main',
            audiences: ['api://AzureADTokenExchange'],
          },
        },
      ],
    },
  },
];

export default {
  target,
  path: estate('https://token.actions.githubusercontent.com'),
  nearMiss: estate('https://westeurope.oic.prod-aks.azure.com/33333333-0000-4000-8000-000000000003/'),
} satisfies TechniqueExamples;
