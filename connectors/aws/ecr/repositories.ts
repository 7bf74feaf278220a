import type { Repository } from '@aws-sdk/client-ecr';
import { repository } from '#shared/assets/aws/ecr.ts';
import { isObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn, parseArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

const isRepositoryOf =
  ({ account, region }: Scope) =>
  (target: string): boolean => {
    const arn = parseArn(target);
    return arn?.service === 'ecr' && arn.account === account && arn.region === region;
  };

/**
 * The repositories that AI runs images of. All are listed, a thousand to the call: asked for by name, one that is gone
 * would spoil the answer for the others.
 */
export default awsConnector<Repository>(repository, {
  followsReferences: true,
  operations: {
    list: awsOperations('ecr:DescribeRepositories'),
    parts: {
      Policy: awsOperation('ecr:GetRepositoryPolicy'),
      scanningConfiguration: awsOperation('ecr:BatchGetRepositoryScanningConfiguration'),
      Tags: getResources,
    },
  },
  events: [
    'CreateRepository',
    'PutImageScanningConfiguration',
    'PutImageTagMutability',
    'SetRepositoryPolicy',
    'DeleteRepositoryPolicy',
    'DeleteRepository',
  ],
  async *list({ ecr }, { scope, references }) {
    const named = await references(isRepositoryOf(scope));
    if (named.size === 0) return;
    const all = ecr.list('DescribeRepositories', { maxResults: 1000 }, 'repositories');
    for await (const found of all) if (named.has(found.repositoryArn ?? '')) yield found;
  },
  identify: ({ repositoryArn = '', repositoryName = '' }) => ({ id: repositoryArn, name: repositoryName }),
  async read({ ecr, tagsOf }, summary) {
    const { repositoryName = '' } = summary;
    const [Policy, scanningConfiguration, Tags] = await Promise.all([
      ecr.part('GetRepositoryPolicy', { repositoryName }, (reply) => decodedJson(reply.policyText), [
        'RepositoryPolicyNotFoundException',
      ]),
      ecr.part(
        'BatchGetRepositoryScanningConfiguration',
        { repositoryNames: [repositoryName] },
        (reply) => reply.scanningConfigurations?.[0],
      ),
      tagsOf('ecr:repository', summary.repositoryArn),
    ]);
    return { ...summary, Policy, scanningConfiguration, Tags };
  },
  async find({ ecr }, id, { scope, references }) {
    const named = await references((target) => target === id && isRepositoryOf(scope)(target));
    if (named.size === 0) return undefined;
    const all = ecr.list('DescribeRepositories', { maxResults: 1000 }, 'repositories');
    for await (const found of all) if (found.repositoryArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) => {
    const name = asked(event, 'repositoryName');
    return name && arnIn(scope, 'ecr', `repository/${name}`);
  },
  relations: ({ encryptionConfiguration }, { scope }) => [
    relation(
      'encrypted-by',
      isObject(encryptionConfiguration) ? kmsKeyArn(scope, encryptionConfiguration['kmsKey']) : undefined,
    ),
  ],
});
