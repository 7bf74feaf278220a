import type { TechniqueExamples } from '../../estate.ts';
import { ACCOUNT, INTERN, may, resource } from '../assignments.ts';

const deployment = `${ACCOUNT}/deployments/chat`;

const estate = (action: string) => [
  resource('azure.cognitive-services.deployment', deployment, {
    properties: { model: { name: 'gpt-4o', format: 'OpenAI' }, raiPolicyName: 'strict' },
  }),
  may(ACCOUNT, action),
];

export default {
  target: deployment,
  by: INTERN,
  path: estate('Microsoft.CognitiveServices/accounts/deployments/write'),
  nearMiss: estate('Microsoft.CognitiveServices/accounts/deployments/read'),
} satisfies TechniqueExamples;
