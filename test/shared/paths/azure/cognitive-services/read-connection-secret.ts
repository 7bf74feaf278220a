import type { TechniqueExamples } from '../../estate.ts';
import { ACCOUNT, INTERN, may, resource } from '../assignments.ts';

const connection = `${ACCOUNT}/connections/catalogue`;

const estate = (authType: string) => [
  resource('azure.cognitive-services.connection', connection, {
    properties: { authType, category: 'ApiKey', target: 'https://api.example.com' },
  }),
  may(ACCOUNT, 'Microsoft.CognitiveServices/accounts/connections/listsecrets/action'),
];

export default {
  target: connection,
  by: INTERN,
  path: estate('ApiKey'),
  nearMiss: estate('AAD'),
} satisfies TechniqueExamples;
