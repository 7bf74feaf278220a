import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject } from '#shared/model/json.ts';
import { field, judgedBy, not } from '#shared/model/predicate.ts';

const DAY_MILLISECONDS = 86_400_000;

export default check(knowledgeBase, {
  title: 'Bedrock knowledge bases are synchronised with their data sources',
  severity: 'low',
  applies: not(field('ingestionJobs').isEmpty()),
  fails: judgedBy({
    sentence:
      'the last complete synchronisation of a data source is older than governance.maximumSyncAgeDays',
    reads: ['ingestionJobs', 'ingestionJobs[].updatedAt'],
    parameters: ['maximumSyncAgeDays'],
    judge: ({ config: { ingestionJobs } }, { maximumSyncAgeDays }, at) => {
      const expected = `at most ${maximumSyncAgeDays} days ago`;
      const ages = (Array.isArray(ingestionJobs) ? ingestionJobs : []).map((job, index) => {
        const updatedAt = isObject(job) ? job['updatedAt'] : undefined;
        const path = `ingestionJobs[${index}].updatedAt`;
        const evidence: Evidence =
          typeof updatedAt === 'string'
            ? { path, state: 'read', found: updatedAt, expected }
            : { path, state: 'absent', expected };
        const days = (at.getTime() - Date.parse(String(updatedAt))) / DAY_MILLISECONDS;
        return { evidence, truth: Number.isNaN(days) ? undefined : days > maximumSyncAgeDays };
      });
      const truth = ages.some((age) => age.truth)
        ? true
        : ages.some((age) => age.truth === undefined)
          ? undefined
          : false;
      return {
        truth,
        evidence: ages.filter((age) => age.truth === truth).map(({ evidence }) => evidence),
      };
    },
  }),
  why: 'What was deleted or corrected at the source is still what the assistant answers.',
  fix: {
    console:
      'Open the knowledge base, select the data source and choose “Sync”; schedule it with EventBridge.',
    cli: 'aws bedrock-agent start-ingestion-job --knowledge-base-id … --data-source-id …',
    cloudformation: { ScheduleExpression: 'rate(1 day)' },
  },
  source: 'ListIngestionJobs response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'owasp-llm-2026': ['LLM09:2026'], 'iso-42001': ['A.7.4'] },
  peers: {
    union: ['aws.bedrock.kb-sync-stale'],
    prowler: ['bedrock_knowledge_base_ingestion_recently_completed'],
    'aws-samples': ['FS-31', 'FS-61'],
  },
  examples: {
    pass: [{ ingestionJobs: [{ dataSourceId: 'DS1', updatedAt: '2026-06-20T00:00:00.000Z' }] }],
    fail: [
      {
        ingestionJobs: [
          { dataSourceId: 'DS1', updatedAt: '2026-06-20T00:00:00.000Z' },
          { dataSourceId: 'DS2', updatedAt: '2026-05-20T00:00:00.000Z' },
        ],
      },
    ],
    unknown: [{ ingestionJobs: [{ dataSourceId: 'DS1' }] }],
    notApplicable: [{ ingestionJobs: [] }],
  },
});
