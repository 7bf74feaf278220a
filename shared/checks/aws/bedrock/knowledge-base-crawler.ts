import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';

export default check(knowledgeBase, {
  title: 'Web crawlers of Bedrock knowledge bases stay where they are told',
  severity: 'medium',
  applies: some('dataSources', field('dataSourceConfiguration.type').is('WEB')),
  fails: some(
    'dataSources',
    all(
      field('dataSourceConfiguration.type').is('WEB'),
      field('dataSourceConfiguration.webConfiguration.crawlerConfiguration.scope')
        .absentIs(
          'HOST_ONLY',
          'Bedrock User Guide, “Crawl web pages for your knowledge base”: links under the domain and path of the seed URL',
        )
        .is('SUBDOMAINS'),
      field('dataSourceConfiguration.webConfiguration.crawlerConfiguration.inclusionFilters').isEmpty(),
    ),
  ),
  why: 'A crawler that follows links beyond its host takes in what others write there, and the agent then believes it.',
  fix: {
    console:
      'Edit the data source: choose “Host only” as the scope of the crawler, or add inclusion patterns.',
    cli: 'aws bedrock-agent update-data-source --knowledge-base-id … --data-source-id … --data-source-configuration \'{"type":"WEB","webConfiguration":{"crawlerConfiguration":{"scope":"HOST_ONLY"},…}}\' …',
    cloudformation: {
      DataSourceConfiguration: {
        Type: 'WEB',
        WebConfiguration: { CrawlerConfiguration: { Scope: 'HOST_ONLY' } },
      },
    },
  },
  source: 'GetKnowledgeBase and GetDataSource responses, @aws-sdk/client-bedrock-agent',
  frameworks: { 'mitre-atlas': ['AML.T0070'], 'owasp-llm-2026': ['LLM05:2026', 'LLM09:2026'] },
  peers: { union: ['aws.bedrock.kb-web-crawler-open'] },
  examples: {
    pass: [
      {
        dataSources: [
          {
            dataSourceId: 'DS1',
            dataSourceConfiguration: { type: 'WEB', webConfiguration: { crawlerConfiguration: {} } },
          },
        ],
      },
      {
        dataSources: [
          {
            dataSourceId: 'DS1',
            dataSourceConfiguration: {
              type: 'WEB',
              webConfiguration: { crawlerConfiguration: { scope: 'HOST_ONLY' } },
            },
          },
        ],
      },
      {
        dataSources: [
          {
            dataSourceId: 'DS1',
            dataSourceConfiguration: {
              type: 'WEB',
              webConfiguration: {
                crawlerConfiguration: { scope: 'SUBDOMAINS', inclusionFilters: ['^https://docs'] },
              },
            },
          },
        ],
      },
    ],
    fail: [
      {
        dataSources: [
          {
            dataSourceId: 'DS1',
            dataSourceConfiguration: {
              type: 'WEB',
              webConfiguration: { crawlerConfiguration: { scope: 'SUBDOMAINS' } },
            },
          },
        ],
      },
    ],
    unknown: [
      {
        dataSources: [
          {
            dataSourceId: 'DS1',
            dataSourceConfiguration: {
              type: 'WEB',
              webConfiguration: { crawlerConfiguration: { scope: 'PLANET' } },
            },
          },
        ],
      },
    ],
    notApplicable: [{ dataSources: [{ dataSourceId: 'DS1', dataSourceConfiguration: { type: 'S3' } }] }],
  },
});
