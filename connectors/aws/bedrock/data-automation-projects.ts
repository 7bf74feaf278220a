import type { DataAutomationProjectSummary } from '@aws-sdk/client-bedrock-data-automation';
import { dataAutomationProject } from '#shared/assets/aws/bedrock-data-automation.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';

type Listed = Pick<DataAutomationProjectSummary, 'projectArn' | 'projectName' | 'projectStage'>;

/** A project may be listed in both of its stages, and is one. */
async function* projects({ bedrockDataAutomation }: AwsServices): AsyncGenerator<Listed> {
  const seen = new Set<string | undefined>();
  const all = bedrockDataAutomation.list(
    'ListDataAutomationProjects',
    { resourceOwner: 'ACCOUNT', projectStageFilter: 'ALL', maxResults: 100 },
    'projects',
  );
  for await (const project of all) {
    if (!seen.has(project.projectArn)) yield project;
    seen.add(project.projectArn);
  }
}

export default awsConnector<Listed>(dataAutomationProject, {
  rare: true,
  operations: {
    list: awsOperations('bedrock-data-automation:ListDataAutomationProjects'),
    read: awsOperations('bedrock-data-automation:GetDataAutomationProject'),
    parts: { Tags: getResources },
  },
  events: ['CreateDataAutomationProject', 'UpdateDataAutomationProject', 'DeleteDataAutomationProject'],
  list: projects,
  identify: ({ projectArn = '', projectName = '' }) => ({ id: projectArn, name: projectName }),
  async read(services, { projectArn, projectStage }) {
    const { project } = await services.bedrockDataAutomation('GetDataAutomationProject', {
      projectArn,
      projectStage,
    });
    return {
      ...project,
      // Values that callers chose, for the log of the key.
      kmsEncryptionContext: undefined,
      Tags: await services.tagsOf('bedrock:data-automation-project', projectArn),
    };
  },
  async find(services, id) {
    for await (const project of projects(services)) if (project.projectArn === id) return project;
    return undefined;
  },
  affected: (event) => asked(event, 'projectArn') ?? answered(event, 'projectArn'),
  relations: ({ kmsKeyId }, { scope }) => [relation('encrypted-by', kmsKeyArn(scope, kmsKeyId))],
});
