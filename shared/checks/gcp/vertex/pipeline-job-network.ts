import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { posted, provisioned } from '../fixes.ts';
import { isOutsideNetwork } from '../predicates.ts';

const command = posted('pipelineJobs', {
  displayName: '…',
  network: 'projects/NUMBER/global/networks/NETWORK',
});

export default check(pipelineJob, {
  title: 'Vertex AI pipeline jobs run in a network of the project',
  severity: 'medium',
  fails: isOutsideNetwork(),
  why: 'Outside your network every step reaches the whole internet, past every firewall rule and log of yours.',
  fix: {
    console: 'Create the next run with a peered network or a network attachment, under “Advanced options”.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.PipelineJob.network and psc_interface_config, PscInterfaceConfig.network_attachment: a run without either is peered with no network',
  frameworks: { 'mitre-atlas': ['AML.T0025'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  peers: { union: ['gcp.vertex.pipelinejob-no-vpc'], cnspec: ['pipeline job VPC'] },
  examples: {
    pass: [
      { network: 'projects/123456789012/global/networks/ml' },
      { pscInterfaceConfig: { networkAttachment: 'projects/p/regions/r/networkAttachments/a' } },
    ],
    fail: [{}, { pscInterfaceConfig: {} }],
    unknown: [{ network: 7 }],
  },
});
