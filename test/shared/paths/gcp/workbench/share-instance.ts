import type { TechniqueExamples } from '../../estate.ts';
import { account, EMAIL, INTERN, may, PROJECT } from '../policies.ts';

const target = `//notebooks.googleapis.com/projects/${PROJECT}/locations/europe-west4-a/instances/pricing`;
const rest = [
  {
    type: 'gcp.workbench.instance',
    id: target,
    config: {
      name: target.replace('//notebooks.googleapis.com/', ''),
      gceSetup: { serviceAccounts: [{ email: EMAIL }] },
    },
  },
  account,
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('notebooks.instances.setIamPolicy')],
  nearMiss: [...rest, ...may('notebooks.instances.get')],
} satisfies TechniqueExamples;
