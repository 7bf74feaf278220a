import { trails } from '#shared/assets/aws/cloudtrail.ts';
import { check } from '#shared/model/check.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';

const EXPECTED = 'a trail that is logging and records management events, or data events of Bedrock';

const listAt = (value: Json | undefined, key: string): readonly Json[] => {
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
};

/** Calls of models are management events, and most of them only read. */
const isBasicSelector = (selector: Json): boolean =>
  isObject(selector) &&
  selector['IncludeManagementEvents'] !== false &&
  selector['ReadWriteType'] !== 'WriteOnly';

/** What no `eventName` narrows: all management events, or a Bedrock type of data events. */
function isAdvancedSelector(selector: Json): boolean {
  const fields = listAt(selector, 'FieldSelectors').filter(isObject);
  const values = (name: string): string[] =>
    fields.flatMap((field) =>
      field['Field'] === name ? [...listAt(field, 'Equals'), ...listAt(field, 'StartsWith')].map(String) : [],
    );
  if (values('resources.type').some((type) => type.startsWith('AWS::Bedrock'))) return true;
  return (
    values('eventCategory').includes('Management') &&
    !values('readOnly').includes('false') &&
    !fields.some((field) => field['Field'] === 'eventName')
  );
}

/** Whether a trail records what is asked of Bedrock; `undefined` where that was not read. */
function recordsBedrock(trail: Json): boolean | undefined {
  if (!isObject(trail)) return undefined;
  const { IsLogging, HasCustomEventSelectors, selectors } = trail;
  if (IsLogging === false) return false;
  if (isUnread(IsLogging) || IsLogging === undefined) return undefined;
  if (HasCustomEventSelectors === false) return true;
  if (isUnread(selectors) || selectors === undefined) return undefined;
  return (
    listAt(selectors, 'EventSelectors').some(isBasicSelector) ||
    listAt(selectors, 'AdvancedEventSelectors').some(isAdvancedSelector)
  );
}

export default check(trails, {
  title: 'A trail records what is asked of Bedrock',
  severity: 'medium',
  fails: judgedBy({
    sentence: 'no trail that is logging records management events or data events of Bedrock',
    reads: ['trails'],
    judge: ({ config: { trails: list } }) => {
      if (!Array.isArray(list))
        return { truth: undefined, evidence: [{ path: 'trails', state: 'absent', expected: EXPECTED }] };
      const records = list.map(recordsBedrock);
      const place = records.indexOf(true);
      const evidence: Evidence[] =
        place >= 0
          ? [{ path: `trails[${place}]`, state: 'read', found: list[place] ?? null, expected: EXPECTED }]
          : [{ path: 'trails', state: 'read', found: `none of ${list.length} trails`, expected: EXPECTED }];
      if (place >= 0) return { truth: false, evidence };
      return { truth: records.includes(undefined) ? undefined : true, evidence };
    },
  }),
  why: 'Somebody who uses models with a stolen key, or who takes a guardrail away, leaves no trace to find them by.',
  fix: {
    console:
      'In CloudTrail, create a trail for all regions with management events, and add data events of Bedrock.',
    cli: 'aws cloudtrail create-trail --name … --s3-bucket-name … --is-multi-region-trail; aws cloudtrail start-logging --name …',
    cloudformation: { IsLogging: true, IsMultiRegionTrail: true, S3BucketName: '…' },
  },
  source: 'DescribeTrails, GetTrailStatus and GetEventSelectors responses, @aws-sdk/client-cloudtrail',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'iso-42001': ['A.6.2.8'] },
  peers: {
    union: ['aws.cloudtrail.bedrock-not-logged'],
    prowler: ['cloudtrail_bedrock_logging_enabled'],
    'aws-samples': ['BR-06', 'FS-23'],
  },
  examples: {
    pass: [
      { trails: [{ Name: 'all', HasCustomEventSelectors: false, IsLogging: true }] },
      {
        trails: [
          {
            Name: 'all',
            HasCustomEventSelectors: true,
            IsLogging: true,
            selectors: { EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'All' }] },
          },
        ],
      },
    ],
    fail: [
      { trails: [] },
      { trails: [{ Name: 'stopped', HasCustomEventSelectors: false, IsLogging: false }] },
      {
        trails: [
          {
            Name: 'writes',
            HasCustomEventSelectors: true,
            IsLogging: true,
            selectors: { EventSelectors: [{ IncludeManagementEvents: true, ReadWriteType: 'WriteOnly' }] },
          },
        ],
      },
    ],
    unknown: [
      {
        trails: [
          {
            Name: 'all',
            HasCustomEventSelectors: false,
            IsLogging: {
              $unread: {
                operation: 'cloudtrail:GetTrailStatus',
                outcome: 'denied',
                permission: 'cloudtrail:GetTrailStatus',
              },
            },
          },
        ],
      },
    ],
  },
});
