import { repository } from '#shared/assets/aws/ecr.ts';
import type { Fix } from '#shared/model/check.ts';
import { judgedBy, type Predicate, related } from '#shared/model/predicate.ts';
import { type Need, permission, type Resources } from '../technique.ts';

/** The tag that is named can be put on another image. */
export const isOverwritable: Predicate = related(
  'runs-image',
  repository,
  judgedBy({
    sentence: 'tags of the repository can be put on another image',
    reads: ['imageTagMutability'],
    judge: ({ config: { imageTagMutability: found } }) => {
      const [path, expected] = ['imageTagMutability', 'IMMUTABLE'];
      if (found === undefined) return { truth: undefined, evidence: [{ path, state: 'absent', expected }] };
      return {
        // Of the others some tags can be overwritten and some not: which is not told here.
        truth: found === 'MUTABLE' ? true : found === 'IMMUTABLE' ? false : undefined,
        evidence: [{ path, state: 'read', found, expected }],
      };
    },
  }),
);

/** What a push takes. */
export const pushTo = (on: Resources): [Need, ...Need[]] => [
  permission('ecr:PutImage', { on }),
  permission('ecr:InitiateLayerUpload', { on }),
  permission('ecr:UploadLayerPart', { on }),
  permission('ecr:CompleteLayerUpload', { on }),
];

export const imageFix: Fix = {
  console: 'In ECR, edit the repository and make its tags immutable; name images by digest.',
  cli: 'aws ecr put-image-tag-mutability --repository-name … --image-tag-mutability IMMUTABLE',
  cloudformation: { ImageTagMutability: 'IMMUTABLE' },
};
