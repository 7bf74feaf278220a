import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { fromSource, runsCode } from '../agents.ts';
import { posted, resource } from '../fixes.ts';

const ATTACHMENT = 'projects/acme-ml/regions/us-central1/networkAttachments/agents';

export default check(reasoningEngine, {
  title: 'Agents on Agent Engine go out through a network of the project',
  severity: 'medium',
  applies: runsCode,
  fails: field('spec.deploymentSpec.pscInterfaceConfig.networkAttachment').isEmpty(),
  why: 'An agent that was talked into it sends what it knows to any host, past every firewall rule and log of yours.',
  fix: {
    console: 'Deploy the agent again with a network attachment (Private Service Connect interface).',
    cli: posted('reasoningEngines', {
      displayName: '…',
      spec: {
        deploymentSpec: { pscInterfaceConfig: { networkAttachment: 'projects/…/networkAttachments/…' } },
      },
    }),
    terraform: resource(
      'google_vertex_ai_reasoning_engine',
      'spec {',
      '  deployment_spec {',
      '    psc_interface_config {',
      '      network_attachment = google_compute_network_attachment.agents.id',
      '    }',
      '  }',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.ReasoningEngineSpec.DeploymentSpec.psc_interface_config, PscInterfaceConfig.network_attachment',
  frameworks: {
    'mitre-atlas': ['AML.T0025', 'AML.T0086'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI02'],
  },
  examples: {
    pass: [fromSource({ deploymentSpec: { pscInterfaceConfig: { networkAttachment: ATTACHMENT } } })],
    fail: [fromSource({}), fromSource({ deploymentSpec: { pscInterfaceConfig: {} } })],
    unknown: [fromSource({ deploymentSpec: { pscInterfaceConfig: 'yes' } })],
    notApplicable: [{}, { spec: {} }],
  },
});
