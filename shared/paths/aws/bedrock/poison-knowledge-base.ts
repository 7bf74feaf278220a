import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { isObject } from '#shared/model/json.ts';
import { oneOf, permission, type Resources, relatedResources, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { namedAt, textsAt } from '../places.ts';

/** The documents below the prefixes of each source, or all of its bucket where it names none. */
const documents: Resources = {
  reads: ['dataSources'],
  of: ({ config: { dataSources } }) =>
    (Array.isArray(dataSources) ? dataSources : []).flatMap((source) => {
      const place = 'dataSourceConfiguration.s3Configuration';
      const prefixes = isObject(source) ? textsAt(source, `${place}.inclusionPrefixes[]`) : [];
      return textsAt(source, `${place}.bucketArn`).flatMap((bucket) =>
        (prefixes.length > 0 ? prefixes : ['']).map((prefix) => `${bucket}/${prefix}*`),
      );
    }),
};

export default technique(knowledgeBase, {
  title: 'Only what feeds a knowledge base can put documents into it',
  gains: 'documents that the knowledge base retrieves and models take for true',
  by: 'principal',
  needs: [
    oneOf(
      permission('s3:PutObject', { on: documents }),
      permission('bedrock:IngestKnowledgeBaseDocuments'),
      permission('bedrock:UpdateDataSource'),
      permission('s3vectors:PutVectors', {
        on: namedAt('storageConfiguration.s3VectorsConfiguration.indexArn'),
      }),
      permission('aoss:APIAccessAll', {
        on: namedAt('storageConfiguration.opensearchServerlessConfiguration.collectionArn'),
      }),
    ),
  ],
  holds: 'change',
  meant: relatedResources('assumes'),
  severity: 'high',
  basis: 'documented',
  reference: ['AWS-EX-23'],
  why: 'One document can hold instructions for whoever asks about its subject, and comes with the next synchronisation.',
  fix: narrowed(
    'Allow writing to the buckets, indexes and data sources of the knowledge base to the pipeline that feeds it alone.',
    's3:PutObject',
    'arn:aws:s3:::…/…',
  ),
  source:
    'KnowledgeBase.storageConfiguration and S3DataSourceConfiguration, @aws-sdk/client-bedrock-agent; Service Authorization Reference, Amazon Bedrock: IngestKnowledgeBaseDocuments, UpdateDataSource',
  frameworks: { 'mitre-atlas': ['AML.T0070'], 'owasp-llm-2026': ['LLM08:2026'] },
});
