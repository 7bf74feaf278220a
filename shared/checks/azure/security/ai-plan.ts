import { defenderPlan } from '#shared/assets/azure/security.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(defenderPlan, {
  title: 'Microsoft Defender for Cloud has its plan for AI services switched on',
  severity: 'medium',
  applies: field('name').is('AI'),
  fails: field('properties.pricingTier').isNot('Standard'),
  why: 'Without the plan nobody is told of jailbreaks, leaked credentials and odd use of the models in this subscription, also of accounts that come later.',
  fix: {
    console:
      'Microsoft Defender for Cloud › Environment settings › the subscription: switch “AI services” on.',
    cli: 'az security pricing create --name AI --tier standard',
    bicep:
      "resource plan 'Microsoft.Security/pricings@2024-01-01' = { name: 'AI', properties: { pricingTier: 'Standard' } }",
    terraform:
      'resource "azurerm_security_center_subscription_pricing" "ai" { tier = "Standard" resource_type = "AI" }',
  },
  source:
    'Pricing.pricingTier of @azure/arm-security; the name of the plan from https://learn.microsoft.com/azure/templates/microsoft.security/2024-01-01/pricings',
  frameworks: { 'mitre-atlas': ['AML.T0054', 'AML.T0051'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: {
    union: ['azure.defender.ai-plan-off'],
    cnspec: ['cognitive-services-defender-for-ai-enabled'],
  },
  examples: {
    pass: [{ name: 'AI', properties: { pricingTier: 'Standard' } }],
    fail: [{ name: 'AI', properties: { pricingTier: 'Free' } }],
    unknown: [
      { name: 'AI', properties: {} },
      { name: 'AI', properties: { pricingTier: 'UnheardOf' } },
    ],
    notApplicable: [{ name: 'StorageAccounts', properties: { pricingTier: 'Free' } }],
  },
});
