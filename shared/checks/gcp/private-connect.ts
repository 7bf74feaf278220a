import type { AssetType } from '#shared/model/asset-type.ts';
import { check, type UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { field } from '#shared/model/predicate.ts';
import { isOn } from './predicates.ts';

interface PrivateConnect {
  readonly title: string;
  readonly why: string;
  /** Where the PrivateServiceConnectConfig stands. */
  readonly at: string;
  readonly cli: string;
  readonly terraform: string;
}

/** Of what is offered over Private Service Connect: to which projects? */
export function allowlistCheck(
  assetType: AssetType,
  { title, why, at, cli, terraform }: PrivateConnect,
): UnnamedCheck {
  const config = (connect: JsonObject): JsonObject =>
    at.split('.').reduceRight<JsonObject>((inner, key) => ({ [key]: inner }), connect);
  return check(assetType, {
    title,
    severity: 'high',
    applies: isOn(`${at}.enablePrivateServiceConnect`),
    // What a missing list means is not documented: nothing is concluded from it.
    fails: field(`${at}.projectAllowlist`).includes('*'),
    why,
    fix: {
      console: 'Create it again with the projects listed under “Allowed projects”, and move callers over.',
      cli,
      terraform,
    },
    source:
      'google.cloud.aiplatform.v1.PrivateServiceConnectConfig.project_allowlist: “Projects from which the forwarding rule will target the service attachment”',
    frameworks: { 'mitre-atlas': ['AML.T0049'], 'nist-ai-rmf': ['MEASURE 2.7'] },
    examples: {
      pass: [config({ enablePrivateServiceConnect: true, projectAllowlist: ['acme-app'] })],
      fail: [config({ enablePrivateServiceConnect: true, projectAllowlist: ['acme-app', '*'] })],
      unknown: [
        config({ enablePrivateServiceConnect: true }),
        config({ enablePrivateServiceConnect: true, projectAllowlist: '*' }),
      ],
      notApplicable: [{}],
    },
  });
}
