import { type Constraint, effectivePolicy } from '#shared/assets/gcp/orgpolicy.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { type CheckDeclaration, check } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';

const NOT_ENFORCED =
  'docs.cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints: not enforced unless a policy says so';

export type ConstraintCheck = Pick<CheckDeclaration, 'title' | 'severity' | 'why' | 'frameworks'> &
  Partial<Pick<CheckDeclaration, 'peers'>> & { readonly constraint: Constraint };

const named = (constraint: Constraint): string => `projects/acme/policies/${constraint}`;

/** A check of whether a constraint that is either enforced or not is enforced in a project, without condition. */
export function enforcedCheck({ constraint, ...declaration }: ConstraintCheck) {
  const name = named(constraint);
  return check(effectivePolicy, {
    ...declaration,
    applies: field('name').matches(new RegExp(`/policies/${constraint.replace('.', '\\.')}$`)),
    fails: not(
      some(
        'spec.rules',
        all(field('enforce').absentIs(false, PROTO_JSON).is(true), field('condition').isAbsent()),
        { absentIsEmpty: NOT_ENFORCED },
      ),
    ),
    fix: {
      console: `Open “Organization policies” of the organisation, folder or project, find ${constraint}, and enforce it.`,
      cli: `gcloud resource-manager org-policies enable-enforce ${constraint} --project=PROJECT`,
      terraform: `resource "google_org_policy_policy" "…" {\n  name = "projects/PROJECT/policies/${constraint}"\n  spec {\n    rules { enforce = "TRUE" }\n  }\n}`,
    },
    source: `google.cloud.orgpolicy.v2.Policy.spec.rules, from getEffectivePolicy; ${NOT_ENFORCED}`,
    examples: {
      pass: [{ name, spec: { rules: [{ enforce: true }] } }],
      fail: [
        { name, spec: { rules: [{ enforce: false }] } },
        { name },
        { name, spec: { rules: [{ enforce: true, condition: { expression: 'resource.matchTag(…)' } }] } },
      ],
      unknown: [{ name, spec: { rules: [{ enforce: 'yes' }] } }],
      notApplicable: [{ name: 'projects/acme/policies/gcp.resourceLocations' }],
    },
  });
}
