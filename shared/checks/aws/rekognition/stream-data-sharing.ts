import { streamProcessor } from '#shared/assets/aws/rekognition.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(streamProcessor, {
  title: 'Rekognition stream processors do not share video with AWS',
  severity: 'medium',
  fails: field('DataSharingPreference.OptIn')
    .absentIs(false, 'StreamProcessorDataSharingPreference.OptIn: set to true, you choose to share data')
    .is(true),
  why: 'Frames of your cameras, with the people in them, are kept by AWS to improve its models.',
  fix: {
    console: 'Stream processors are not in the console: update the processor by the CLI.',
    cli: 'aws rekognition update-stream-processor --name … --data-sharing-preference-for-update OptIn=false',
    cloudformation: { DataSharingPreference: { OptIn: false } },
  },
  source: 'DescribeStreamProcessor response, @aws-sdk/client-rekognition',
  frameworks: { 'iso-42001': ['A.7.2'] },
  examples: {
    pass: [{ DataSharingPreference: { OptIn: false } }, {}],
    fail: [{ DataSharingPreference: { OptIn: true } }],
    unknown: [{ DataSharingPreference: { OptIn: 'no' } }],
  },
});
