/**
 * US East (N. Virginia), US dollars, without free tiers. Read in November 2026 from stored copies of the pages
 * named; AWS's own price list was not reachable. Change them here and run the benchmark again.
 */
export const prices = {
  /** aws.amazon.com/lambda/pricing: arm64, first tier. */
  lambdaGigabyteSecond: 0.0000133334,
  lambdaRequest: 0.2 / 1e6,
  /** aws.amazon.com/dynamodb/pricing/on-demand since November 2024. */
  dynamodbWriteUnit: 0.625 / 1e6,
  dynamodbReadUnit: 0.125 / 1e6,
  dynamodbGigabyteMonth: 0.25,
  /** aws.amazon.com/step-functions/pricing: standard workflows; each child of a Distributed Map counts its own. */
  stepFunctionsTransition: 25 / 1e6,
  /** aws.amazon.com/eventbridge/pricing: custom events. */
  eventBridgeEvent: 1 / 1e6,
  /** aws.amazon.com/security-hub/pricing: finding ingestion events after the first 10,000 of a month. */
  securityHubFinding: 0.00003,
  /** aws.amazon.com/kms/pricing. */
  kmsKeyMonth: 1,
  kmsRequest: 0.03 / 10_000,
  /** aws.amazon.com/cloudwatch/pricing: ingestion, standard class; one alarm. */
  logsGigabyte: 0.5,
  alarmMonth: 0.1,
  /** aws.amazon.com/s3/pricing: S3 Standard; HeadObject counts as a GET. */
  s3Get: 0.0004 / 1000,
  s3List: 0.005 / 1000,
  /** aws.amazon.com/sqs/pricing: standard queues, first tier. */
  sqsRequest: 0.4 / 1e6,
  /** aws.amazon.com/ses/pricing. */
  message: 0.1 / 1000,
} as const;
