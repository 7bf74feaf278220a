import type { ProjectDescription } from '@aws-sdk/client-rekognition';
import { project } from '#shared/assets/aws/rekognition.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { parseArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';

/** `project/<name>/<time of creation>` */
export const projectName = (arn: string): string => parseArn(arn)?.resource.split('/')[1] ?? '';

/** Custom Labels and the adapters of content moderation. */
export const projectsIn = ({ rekognition }: AwsServices, ProjectNames?: string[]) =>
  rekognition.list(
    'DescribeProjects',
    { MaxResults: 100, Features: ['CUSTOM_LABELS', 'CONTENT_MODERATION'], ProjectNames },
    'ProjectDescriptions',
  );

export default awsConnector<ProjectDescription>(project, {
  rare: true,
  operations: {
    list: awsOperations('rekognition:DescribeProjects'),
    parts: {
      ProjectPolicies: awsOperation('rekognition:ListProjectPolicies'),
      Tags: getResources,
    },
  },
  events: ['CreateProject', 'PutProjectPolicy', 'DeleteProjectPolicy', 'DeleteProject'],
  list: (services) => projectsIn(services),
  identify: ({ ProjectArn = '' }) => ({ id: ProjectArn, name: projectName(ProjectArn) }),
  async read(services, summary) {
    const { ProjectArn, Feature } = summary;
    // Only Custom Labels has policies.
    const policies =
      Feature === 'CONTENT_MODERATION'
        ? undefined
        : await services.rekognition.partList(
            'ListProjectPolicies',
            { ProjectArn, MaxResults: 5 },
            'ProjectPolicies',
          );
    return {
      ...summary,
      ProjectPolicies:
        policies === undefined || isUnread(policies)
          ? policies
          : policies.map((policy) => ({ ...policy, PolicyDocument: decodedJson(policy.PolicyDocument) })),
      Tags: await services.tagsOf('rekognition:project', ProjectArn),
    };
  },
  async find(services, id) {
    for await (const found of projectsIn(services, [projectName(id)]))
      if (found.ProjectArn === id) return found;
    return undefined;
  },
  affected: (event) => asked(event, 'projectArn') ?? answered(event, 'projectArn'),
});
