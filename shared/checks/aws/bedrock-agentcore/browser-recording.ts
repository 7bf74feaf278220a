import { browser } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(browser, {
  title: 'AgentCore browsers record their sessions',
  severity: 'medium',
  fails: any(
    field('recording.enabled')
      .absentIs(false, 'RecordingConfig.enabled: when set to true, browser sessions are recorded')
      .isNot(true),
    field('recording.s3Location.bucket').isEmpty(),
  ),
  why: 'Nobody can see afterwards what the agent did in your name on the pages that it visited.',
  fix: {
    console: 'Create the browser anew with session recording and a bucket.',
    cli: 'aws bedrock-agentcore-control create-browser --name … --recording enabled=true,s3Location={bucket=…,prefix=…} …',
    cloudformation: { RecordingConfig: { Enabled: true, S3Location: { Bucket: '…', Prefix: '…' } } },
  },
  source: 'GetBrowser response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: {
    'aws-security-hub': ['BedrockAgentCore.6'],
    'mitre-atlas': ['AML.T0078'],
    'owasp-agentic-2026': ['ASI02'],
  },
  peers: {
    union: ['aws.agentcore.browser-no-recording'],
    prowler: ['bedrockagentcore_browser_recording_encrypted'],
    'aws-security-hub': ['BedrockAgentCore.6'],
    'aws-samples': ['AC-06'],
  },
  examples: {
    pass: [{ recording: { enabled: true, s3Location: { bucket: 'recordings' } } }],
    fail: [
      {},
      { recording: { enabled: false, s3Location: { bucket: 'recordings' } } },
      { recording: { enabled: true } },
    ],
    unknown: [{ recording: { enabled: 'yes', s3Location: { bucket: 'recordings' } } }],
  },
});
