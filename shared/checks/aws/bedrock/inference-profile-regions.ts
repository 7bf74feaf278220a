import { inferenceProfile } from '#shared/assets/aws/bedrock-models.ts';
import { check } from '#shared/model/check.ts';
import { fits } from '#shared/model/governance.ts';
import { isObject } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';

/** `arn:aws:bedrock:eu-west-1::foundation-model/…` → `eu-west-1`; of a global model the place is empty. */
const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

export default check(inferenceProfile, {
  title: 'Application inference profiles of Bedrock stay in the allowed regions',
  severity: 'low',
  fails: judgedBy({
    sentence: 'a model of the profile lies in a region that `governance.allowedRegions` does not name',
    reads: ['models'],
    parameters: ['allowedRegions'],
    judge: ({ config: { models } }, { allowedRegions = [] }) => {
      const expected = `only regions that fit ${allowedRegions.join(', ')}`;
      if (!Array.isArray(models))
        return { truth: undefined, evidence: [{ path: 'models', state: 'absent', expected }] };
      const outside = models.flatMap((model, index) => {
        const arn = isObject(model) ? model['modelArn'] : undefined;
        if (typeof arn !== 'string') return [];
        return allowedRegions.some((pattern) => fits(regionOf(arn), pattern))
          ? []
          : [{ path: `models[${index}].modelArn`, state: 'read' as const, found: arn, expected }];
      });
      return {
        truth: outside.length > 0,
        evidence: outside.length > 0 ? outside : [{ path: 'models', state: 'read', found: models, expected }],
      };
    },
  }),
  why: 'A profile that was copied from a cross-region one sends prompts to whichever region has room: personal data is processed where you never agreed to.',
  fix: {
    console: 'The console makes no application profiles: make one from a model of one region with the CLI.',
    cli: 'aws bedrock create-inference-profile --inference-profile-name … --model-source copyFrom=arn:aws:bedrock:eu-west-1::foundation-model/…',
    cloudformation: {
      Type: 'AWS::Bedrock::ApplicationInferenceProfile',
      Properties: { ModelSource: { CopyFrom: 'arn:aws:bedrock:eu-west-1::foundation-model/…' } },
    },
  },
  source: 'ListInferenceProfiles response, @aws-sdk/client-bedrock',
  frameworks: { 'iso-42001': ['A.10.3'], 'nist-ai-rmf': ['MAP 4.1'] },
  peers: { union: ['aws.bedrock.inference-profile-governance'] },
  examples: {
    pass: [
      {
        $config: {
          models: [{ modelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0' }],
        },
        $governance: { allowedRegions: ['eu-*'] },
      },
    ],
    fail: [
      {
        $config: {
          models: [
            { modelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0' },
            { modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0' },
          ],
        },
        $governance: { allowedRegions: ['eu-*'] },
      },
      {
        $config: { models: [{ modelArn: 'arn:aws:bedrock:::foundation-model/amazon.nova-lite-v1:0' }] },
        $governance: { allowedRegions: ['eu-*'] },
      },
    ],
    unknown: [{ $config: {}, $governance: { allowedRegions: ['eu-*'] } }],
    notApplicable: [{ models: [{ modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/x' }] }],
  },
});
