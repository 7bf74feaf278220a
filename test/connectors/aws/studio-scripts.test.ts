import { afterAll, beforeAll, expect, it } from 'vitest';
import { studioScripts } from '#connectors/aws/sagemaker/studio-scripts.ts';
import type { Asset } from '#shared/model/asset.ts';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;
let assets: readonly Asset[];

beforeAll(async () => {
  estate = await startAwsEstate(sample);
  assets = (await scanMember(cloudOn(estate))).assets;
});
afterAll(() => estate.close());

it.each([
  ['aws.sagemaker.domain', 'domain d-2', 'clean'],
  ['aws.sagemaker.user-profile', 'bea', 'plain'],
  ['aws.sagemaker.space', 'lab', 'leaky'],
])('a %s leads to the scripts that it starts', (wanted, name, script) => {
  const found = assets.find((asset) => asset.type === wanted && asset.name === name);
  const target = `arn:aws:sagemaker:${REGION}:${MEMBER}:studio-lifecycle-config/${script}`;
  expect(found?.relations).toContainEqual({ kind: 'attached-to', target });
  expect(assets.find(({ id }) => id === target)?.type).toBe('aws.sagemaker.studio-lifecycle-config');
});

it('names each script once, of every application and of either settings', () => {
  const scripts = studioScripts(
    {
      CodeEditorAppSettings: { LifecycleConfigArns: ['a', 'b'] },
      JupyterLabAppSettings: { LifecycleConfigArns: ['b'], BuiltInLifecycleConfigArn: 'c' },
      KernelGatewayAppSettings: { DefaultResourceSpec: { LifecycleConfigArn: 'd' } },
    },
    { JupyterServerAppSettings: { LifecycleConfigArns: ['e'] } },
    undefined,
  );
  expect(scripts.flatMap((found) => found?.target ?? [])).toEqual(['a', 'b', 'c', 'd', 'e']);
});
