import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { field, some } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(knowledgeBase, {
  title: 'What a knowledge base retrieves is written by people who answer for it',
  gains: 'text on a crawled page, which the knowledge base retrieves and models take for true',
  by: 'outside',
  applies: some('dataSources', field('dataSourceConfiguration.type').is('WEB'), {
    absentIsEmpty: 'the connector reads none where there are none',
  }),
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AWS-EX-23'],
  why: 'Whoever can write on a page below the crawled addresses, in a comment or a review too, puts instructions before the model.',
  fix: {
    console:
      'In the knowledge base, narrow the inclusion filters of the web crawler to pages that only you write, or feed it from a bucket.',
    cli: 'aws bedrock-agent update-data-source --knowledge-base-id … --data-source-id … --data-source-configuration file://source.json …',
    cloudformation: {
      DataSourceConfiguration: {
        WebConfiguration: {
          CrawlerConfiguration: { Scope: 'HOST_ONLY', InclusionFilters: ['https://…/docs/.*'] },
        },
      },
    },
  },
  source: 'DataSourceConfiguration.type and WebCrawlerConfiguration, @aws-sdk/client-bedrock-agent',
  frameworks: { 'mitre-atlas': ['AML.T0070'], 'owasp-llm-2026': ['LLM08:2026'] },
});
