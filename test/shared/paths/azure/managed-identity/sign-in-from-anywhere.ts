import type { TechniqueExamples } from '../../estate.ts';
import { IDENTITY, RUNTIME, resource } from '../assignments.ts';

const estate = (value: string) => [
  resource('azure.managed-identity.user-assigned-identity', IDENTITY, {
    properties: { principalId: RUNTIME },
    federatedIdentityCredentials: [
      {
        name: 'release',
        properties: {
          issuer: 'https://token.actions.githubusercontent.com',
          audiences: ['api://AzureADTokenExchange'],
          claimsMatchingExpression: { languageVersion: 1, value },
        },
      },
    ],
  }),
];

export default {
  target: IDENTITY,
  path: estate("claims['sub'] matches 'repo:*'"),
  nearMiss: estate("claims['sub'] matches 'repo:nordlicht/*'"),
} satisfies TechniqueExamples;
