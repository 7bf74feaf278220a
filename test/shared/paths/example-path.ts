import type { AttackPath, Place, Step } from '#shared/paths/attack-path.ts';

/** A path made up for tests of what shows paths: from the internet over a notebook and its role to weights. */
export const internet: Place = {
  id: 'outside',
  type: 'outside',
  name: 'The internet',
  provider: 'outside',
  hold: 'control',
};
export const notebook: Place = {
  id: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/churn',
  type: 'aws.sagemaker.notebook-instance',
  name: 'churn',
  provider: 'aws',
  hold: 'control',
};
export const role: Place = {
  id: 'arn:aws:iam::111122223333:role/data-science',
  type: 'aws.iam.role',
  name: 'data-science',
  provider: 'aws',
  hold: 'control',
};
export const weights: Place = {
  id: 'arn:aws:s3:::churn-weights',
  type: 'aws.s3.bucket',
  name: 'churn-weights',
  provider: 'aws',
  hold: 'read',
};

export const exampleStep = (difference: Partial<Step> = {}): Step => ({
  from: internet,
  to: notebook,
  technique: 'aws.sagemaker.open-notebook',
  sentence: 'may open the notebook from anywhere',
  basis: 'documented',
  access: 'yes',
  conditions: [],
  evidence: [],
  fix: { id: 'close-notebook', sentence: 'Disable direct internet access of the notebook churn' },
  ...difference,
});

export const threeSteps: readonly Step[] = [
  exampleStep(),
  exampleStep({
    from: notebook,
    to: role,
    technique: 'relation.assumes',
    sentence: 'runs as the role',
    fix: { id: 'narrow-role', sentence: 'Give the notebook churn a role of its own' },
  }),
  exampleStep({
    from: role,
    to: weights,
    technique: 'capability.read_exfil',
    sentence: 'may read every object with s3:GetObject',
    access: 'conditional',
    conditions: ['StringEquals aws:SourceVpce vpce-1'],
    fix: { id: 'drop-star', sentence: 'Remove s3:GetObject on * from the policy data-science (statement 2)' },
  }),
];

export const examplePath = (difference: Partial<AttackPath> = {}): AttackPath => ({
  id: 'path-1',
  source: { ...internet, kind: 'public-endpoint' },
  target: { ...weights, kind: 'model-weights' },
  steps: threeSteps,
  confidence: 1,
  basis: 'documented',
  cost: 4,
  ...difference,
});
