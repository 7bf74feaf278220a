import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, PROJECT } from '../policies.ts';

const target = `//dialogflow.googleapis.com/projects/${PROJECT}/locations/global/agents/claims`;
const rest = [
  {
    type: 'gcp.dialogflow.agent',
    id: target,
    config: { name: target.replace('//dialogflow.googleapis.com/', '') },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('dialogflow.agents.update')],
  nearMiss: [...rest, ...may('dialogflow.agents.get')],
} satisfies TechniqueExamples;
