import { PUBLIC_MEMBERS } from '#shared/assets/gcp/iam-policy.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';
import { EMPTY_BINDINGS, POLICY_SOURCE } from './roles.ts';

/** The same of a project and of what stands above it; `command` is what gcloud calls that. */
export const publicMemberCheck = (assetType: AssetType, title: string, command: string) =>
  check(assetType, {
    title,
    severity: 'critical',
    fails: some('bindings', any(...PUBLIC_MEMBERS.map((member) => field('members').includes(member))), {
      absentIsEmpty: EMPTY_BINDINGS,
    }),
    why: 'Anybody, or anybody with a Google account, holds the role there and in everything below, over every model, endpoint and bucket.',
    fix: {
      console: 'Open “IAM”, and remove allUsers and allAuthenticatedUsers.',
      cli: `gcloud ${command} remove-iam-policy-binding NAME --member=allAuthenticatedUsers --role=ROLE --all`,
      terraform:
        'resource "google_project_iam_member" "…" {\n  # remove members "allUsers" and "allAuthenticatedUsers"\n}',
    },
    source: POLICY_SOURCE,
    frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0044'], 'iso-42001': ['A.3.2'] },
    examples: {
      pass: [{ bindings: [{ role: 'roles/viewer', members: ['group:ml@example.com'] }] }],
      fail: [
        {
          bindings: [
            { role: 'roles/viewer', members: ['group:ml@example.com'] },
            { role: 'roles/aiplatform.user', members: ['allAuthenticatedUsers'] },
          ],
        },
        { bindings: [{ role: 'roles/browser', members: ['allUsers'] }] },
      ],
      unknown: [{ bindings: 'none' }, { bindings: [{ role: 'roles/viewer', members: 'allUsers' }] }],
    },
  });
