import type { AssetType } from '#shared/model/asset-type.ts';
import { check, type Frameworks, type UnnamedCheck } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import type { Severity } from '#shared/model/severity.ts';
import { isOpenToEverybody } from './predicates.ts';

interface PublicPolicy {
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly console: string;
  /** The path of a resource under its location: `endpoints/ENDPOINT`. */
  readonly resource: string;
  readonly version: 'v1' | 'v1beta1';
  readonly terraform: string;
  readonly frameworks: Frameworks;
}

const group = { role: 'roles/aiplatform.user', members: ['group:ml@example.com'] };

/** Of everything with an IAM policy of its own: does it let everybody in? */
export function publicPolicyCheck(assetType: AssetType, declared: PublicPolicy): UnnamedCheck {
  const { title, severity, why, console, resource, version, terraform, frameworks } = declared;
  return check(assetType, {
    title,
    severity,
    applies: field('iamPolicy').isPresent(),
    fails: isOpenToEverybody,
    why,
    fix: {
      console,
      cli: `curl -X POST …/${version}/projects/PROJECT/locations/REGION/${resource}:setIamPolicy -d @policy.json (without allUsers and allAuthenticatedUsers)`,
      terraform,
    },
    source: `google.iam.v1.Policy, from aiplatform.${resource.split('/')[0]}.getIamPolicy or Cloud Asset Inventory, with requestedPolicyVersion 3`,
    frameworks,
    examples: {
      pass: [
        { iamPolicy: { bindings: [group] } },
        {
          iamPolicy: {
            version: 3,
            bindings: [
              { ...group, condition: { expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' } },
            ],
          },
        },
      ],
      fail: [
        { iamPolicy: { bindings: [group, { role: 'roles/aiplatform.user', members: ['allUsers'] }] } },
        // A condition narrows when and what, and not who.
        {
          iamPolicy: {
            version: 3,
            bindings: [
              {
                role: 'roles/viewer',
                members: ['allAuthenticatedUsers'],
                condition: { expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
              },
            ],
          },
        },
      ],
      unknown: [{ iamPolicy: { bindings: 'none' } }],
      notApplicable: [{}],
    },
  });
}
