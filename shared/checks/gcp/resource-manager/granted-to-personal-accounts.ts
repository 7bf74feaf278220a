import type { AssetType } from '#shared/model/asset-type.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { BROAD_AI_ROLES, EMPTY_BINDINGS, POLICY_SOURCE } from './roles.ts';

/** The same of a project and of what stands above it; `command` is what gcloud calls that. */
export const personalAccountCheck = (assetType: AssetType, title: string, command: string) =>
  check(assetType, {
    title,
    severity: 'high',
    fails: some(
      'bindings',
      all(
        field('role').isOneOf(...BROAD_AI_ROLES),
        some('members', field('').matches(/^user:[^@]+@(gmail|googlemail)\.com$/i), {
          absentIsEmpty: EMPTY_BINDINGS,
        }),
      ),
      { absentIsEmpty: EMPTY_BINDINGS },
    ),
    why: 'Nobody but its owner decides how a private account is protected, and it stays when its owner leaves. Here it can use, change or export models.',
    fix: {
      console: 'Open “IAM”, remove the account, and grant the role to an account of the organisation.',
      cli: `gcloud ${command} remove-iam-policy-binding NAME --member=user:SOMEBODY@gmail.com --role=ROLE --all`,
      terraform: 'resource "google_project_iam_member" "…" {\n  member = "group:ml@example.com"\n}',
    },
    source: POLICY_SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0012'], 'iso-42001': ['A.3.2'] },
    examples: {
      pass: [
        { bindings: [{ role: 'roles/aiplatform.user', members: ['user:ada@example.com'] }] },
        { bindings: [{ role: 'roles/browser', members: ['user:ada@gmail.com'] }] },
      ],
      fail: [
        {
          bindings: [
            { role: 'roles/aiplatform.user', members: ['user:ada@example.com', 'user:ada@gmail.com'] },
          ],
        },
      ],
      unknown: [{ bindings: [{ role: 'roles/aiplatform.user', members: 'user:ada@gmail.com' }] }],
    },
  });
