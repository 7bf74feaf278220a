import type { TechniqueExamples } from '../../estate.ts';
import { GROUP, IDENTITY, INTERN, may, RUNTIME, resource, runtime } from '../assignments.ts';

const estate = (action: string) => [
  resource('azure.managed-identity.user-assigned-identity', IDENTITY, {
    properties: { principalId: RUNTIME },
    federatedIdentityCredentials: [],
  }),
  ...runtime,
  may(GROUP, action),
];

export default {
  target: IDENTITY,
  by: INTERN,
  path: estate('Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write'),
  nearMiss: estate('Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read'),
} satisfies TechniqueExamples;
