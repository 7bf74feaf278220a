import { describe, expect, it } from 'vitest';
import { gcpAccess } from '#shared/access/gcp/index.ts';
import { assetsOf, bucket, folder, indexOf, NUMBER, PROJECT, pool, project, trainer } from './estate.ts';

const ana = 'user:ana@example.com';
const ask = (when: string, resource: string, permission = 'storage.objects.get') =>
  indexOf({ bound: [{ role: 'roles/storage.objectViewer', to: ana, when }] }).decide(0, {
    permission,
    resource,
  }).access;

describe('the index of Google Cloud', () => {
  it('lists everybody whom a policy names, and nobody who was deleted', () => {
    const agent = `serviceAccount:service-${NUMBER}@gcp-sa-aiplatform-cc.iam.gserviceaccount.com`;
    const account = 'serviceAccount:trainer@acme-ml.iam.gserviceaccount.com';
    const index = indexOf({
      bound: [
        {
          role: 'roles/viewer',
          to: [
            ana,
            'group:devs@example.com',
            account,
            agent,
            'allUsers',
            'allAuthenticatedUsers',
            `principalSet://${pool}/*`,
            `serviceAccount:${PROJECT}.svc.id.goog[ml/trainer]`,
            'deleted:user:ben@example.com?uid=1',
            `projectOwner:${PROJECT}`,
          ],
        },
        { role: 'roles/iam.serviceAccountUser', to: ana, at: trainer },
      ],
    });
    expect(Object.fromEntries(index.principals.map(({ id, kind }) => [id, kind]))).toEqual({
      [ana]: 'user',
      'group:devs@example.com': 'group',
      [account]: 'service-account',
      [agent]: 'service',
      allUsers: 'public',
      allAuthenticatedUsers: 'any-principal',
      [`principalSet://${pool}/*`]: 'federated',
      [`serviceAccount:${PROJECT}.svc.id.goog[ml/trainer]`]: 'federated',
    });
    const own = index.principals.find(({ id }) => id === account);
    expect(own).toMatchObject({ assetId: trainer, account: PROJECT });
    expect(
      index.principals.find(({ kind, id }) => kind === 'federated' && id.includes('Pools'))?.account,
    ).toBe(PROJECT);
  });

  it('has as administrators who may set the policy of the project', () => {
    const index = indexOf({
      bound: [
        { role: 'roles/owner', to: ana },
        { role: 'roles/editor', to: 'user:ben@example.com' },
      ],
    });
    expect([...index.administrators(PROJECT)].map((number) => index.principals[number]?.id)).toEqual([ana]);
    expect([...index.administrators('another-project')]).toEqual([]);
  });

  it('says what was not read', () => {
    const { unread } = indexOf({
      bound: [
        { role: 'roles/somebody.unknown', to: 'group:devs@example.com' },
        { role: 'roles/viewer', to: ana, at: folder },
      ],
    });
    expect(unread).toEqual([
      `deny policies and role definitions of the project ${PROJECT}`,
      'the role roles/somebody.unknown',
      'the members of group:devs@example.com',
      'which folder each project lies in',
      'principal access boundary policies',
    ]);
  });

  it('says whose policy was not read, and of which project there is none', () => {
    const unread = {
      $unread: {
        operation: 'storage.buckets.getIamPolicy',
        outcome: 'denied' as const,
        permission: 'storage.buckets.getIamPolicy',
      },
    };
    const assets = assetsOf({ bound: [], roles: { 'roles/viewer': [] } })
      .filter(({ id }) => id !== project)
      .map((asset) =>
        asset.id === bucket ? { ...asset, config: { ...asset.config, iamPolicy: unread } } : asset,
      );
    const store = '//aiplatform.googleapis.com/projects/acme-ml/locations/europe-west4/featurestores/claims';
    const listed = assets.find(({ id }) => id === bucket);
    if (!listed) throw new Error('there is no bucket');
    const others = [
      { ...listed, id: store, type: 'gcp.vertex.featurestore', config: {} },
      { ...listed, id: '//storage.googleapis.com/listed', config: {}, unread },
      { ...listed, id: `${store}-index`, type: 'gcp.vertex.index', config: {}, unread },
    ];
    expect(gcpAccess([...assets, ...others]).unread).toEqual([
      `the policy of ${bucket}`,
      `the policy of ${store}`,
      'the policy of //storage.googleapis.com/listed',
      `the policy of the project ${PROJECT}`,
      'principal access boundary policies',
    ]);
  });

  it('knows of an object in a bucket only how its name begins', () => {
    const begins = (path: string) =>
      `resource.name.startsWith('projects/_/buckets/acme-orders-aaa/objects/${path}')`;
    expect(ask(begins(''), bucket)).toBe('yes');
    expect(ask(begins('reports/'), bucket)).toBe('conditional');
    expect(ask(begins('reports/'), `${bucket}/objects/reports/*`)).toBe('yes');
    expect(ask(begins('reports/'), `${bucket}/objects/weights/*`)).toBe('no');
    expect(ask("resource.name.startsWith('projects/_/buckets/other/')", bucket)).toBe('no');
    expect(ask("resource.name.endsWith('.bin')", bucket)).toBe('conditional');
  });

  it('takes a list of objects as a question about the bucket', () => {
    const isBucket = "resource.type == 'storage.googleapis.com/Bucket'";
    expect(ask(isBucket, bucket, 'storage.objects.list')).toBe('yes');
    expect(ask(isBucket, bucket)).toBe('no');
  });

  it('does not know what services tell of their resources that document no names', () => {
    const index = indexOf({
      bound: [
        { role: 'roles/aiplatform.user', to: ana, when: "resource.name.startsWith('projects/acme-ml')" },
      ],
    });
    const decision = index.decide(0, { permission: 'aiplatform.models.export', resource: project });
    expect(decision).toMatchObject({
      access: 'conditional',
      conditions: ["resource.name.startsWith('projects/acme-ml')"],
      because: [{ effect: 'allow', source: project, statement: 'roles/aiplatform.user' }],
    });
  });
});
