import type { Application } from '@aws-sdk/client-qbusiness';
import { application } from '#shared/assets/aws/qbusiness.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { applicationArn } from './arns.ts';

export default awsConnector<Pick<Application, 'applicationId' | 'displayName'>>(application, {
  rare: true,
  operations: {
    list: awsOperations('qbusiness:ListApplications'),
    read: awsOperations('qbusiness:GetApplication'),
    parts: { chatControls: awsOperation('qbusiness:GetChatControlsConfiguration'), Tags: getResources },
  },
  events: ['CreateApplication', 'UpdateApplication', 'UpdateChatControlsConfiguration', 'DeleteApplication'],
  list: ({ qBusiness }) => qBusiness.list('ListApplications', { maxResults: 100 }, 'applications'),
  identify: ({ applicationId = '', displayName = '' }, { scope }) => ({
    id: applicationId && applicationArn(scope, applicationId),
    name: displayName,
  }),
  async read(services, { applicationId }) {
    const { qBusiness } = services;
    const [described, chatControls] = await Promise.all([
      qBusiness('GetApplication', { applicationId }),
      // Blocked phrases and topics are the owner's text and decide nothing here: they are not kept.
      qBusiness.part('GetChatControlsConfiguration', { applicationId }, (controls) => ({
        responseScope: controls.responseScope,
        orchestrationConfiguration: controls.orchestrationConfiguration,
        creatorModeConfiguration: controls.creatorModeConfiguration,
        hallucinationReductionConfiguration: controls.hallucinationReductionConfiguration,
      })),
    ]);
    return {
      ...described,
      chatControls,
      Tags: await services.tagsOf('qbusiness:application', described.applicationArn),
    };
  },
  async find({ qBusiness }, id) {
    const { applicationId, displayName } = await qBusiness('GetApplication', {
      applicationId: nameInArn(id),
    });
    return { applicationId, displayName };
  },
  affected: (event, { scope }) => {
    const id = asked(event, 'applicationId') ?? answered(event, 'applicationId');
    return id && applicationArn(scope, id);
  },
  relations: ({ roleArn, encryptionConfiguration: encryption }, { scope }) => [
    relation('assumes', roleArn),
    relation('encrypted-by', kmsKeyArn(scope, isObject(encryption) ? encryption['kmsKeyId'] : undefined)),
  ],
});
