import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, PROJECT_ID } from '../policies.ts';

const AGENT = 'serviceAccount:service-123456789012@gcp-sa-aiplatform-cc.iam.gserviceaccount.com';

const estate = (agentRole: string) => {
  const [policy, ...roles] = may('aiplatform.customJobs.create');
  if (!policy) throw new Error('there is no policy');
  const own = policy.config['bindings'];
  return [
    {
      ...policy,
      config: { bindings: [...(Array.isArray(own) ? own : []), { role: agentRole, members: [AGENT] }] },
    },
    ...roles,
  ];
};

export default {
  target: PROJECT_ID,
  by: INTERN,
  path: estate('roles/aiplatform.customCodeServiceAgent'),
  nearMiss: estate('roles/aiplatform.onlinePredictionServiceAgent'),
} satisfies TechniqueExamples;
