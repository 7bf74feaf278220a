import type { DataAccessor } from '@aws-sdk/client-qbusiness';
import { dataAccessor } from '#shared/assets/aws/qbusiness.ts';
import { relation } from '../../connector.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { affectedPart, applicationArn, idsIn } from './arns.ts';

export default awsConnector<DataAccessor>(dataAccessor, {
  rare: true,
  operations: { list: awsOperations('qbusiness:ListApplications', 'qbusiness:ListDataAccessors') },
  events: ['CreateDataAccessor', 'UpdateDataAccessor', 'DeleteDataAccessor'],
  async *list({ qBusiness }) {
    for await (const { applicationId } of qBusiness.list(
      'ListApplications',
      { maxResults: 100 },
      'applications',
    ))
      yield* qBusiness.list('ListDataAccessors', { applicationId, maxResults: 100 }, 'dataAccessors');
  },
  identify: ({ dataAccessorArn = '', displayName = '' }) => ({ id: dataAccessorArn, name: displayName }),
  async find({ qBusiness }, id) {
    const { applicationId } = idsIn(id);
    const accessors = qBusiness.list(
      'ListDataAccessors',
      { applicationId, maxResults: 100 },
      'dataAccessors',
    );
    for await (const found of accessors) if (found.dataAccessorArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) => affectedPart(event, scope, 'data-accessor', 'dataAccessorId'),
  relations: ({ dataAccessorArn }, { scope }) => [
    relation(
      'attached-to',
      typeof dataAccessorArn === 'string'
        ? applicationArn(scope, idsIn(dataAccessorArn).applicationId)
        : undefined,
    ),
  ],
});
