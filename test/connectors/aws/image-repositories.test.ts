import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '#shared/assets/aws/ecr.ts';
import type { Asset } from '#shared/model/asset.ts';
import { EXAMPLES_AT } from '#shared/model/check.ts';
import { evaluate } from '#shared/model/evaluate.ts';
import { field, related } from '#shared/model/predicate.ts';
import { sample } from '#test/estate/aws/sample.ts';
import { cloudOn, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

const isMutable = related('runs-image', repository, field('imageTagMutability').is('MUTABLE'));

let estate: AwsEstate;
let known: ReadonlyMap<string, Asset>;

beforeAll(async () => {
  estate = await startAwsEstate(sample);
  const { assets } = await scanMember(cloudOn(estate));
  known = new Map(assets.map((asset) => [asset.id, asset]));
});
afterAll(() => estate.close());

const runningFrom = (type: string, image: RegExp): Asset[] =>
  [...known.values()].filter((asset) => asset.type === type && image.test(JSON.stringify(asset.config)));

describe('the image of', () => {
  it.each([
    ['aws.sagemaker.model', /dkr\.ecr[^"]*\/churn:4/],
    ['aws.bedrock-agentcore.runtime', /dkr\.ecr[^"]*\/agents:1/],
  ])('%s leads to its repository and nowhere else', (type, image) => {
    const assets = runningFrom(type, image);
    expect(assets).not.toHaveLength(0);
    for (const asset of assets) {
      const targets = asset.relations.flatMap(({ kind, target }) => (kind === 'runs-image' ? [target] : []));
      expect(targets.map((target) => known.get(target)?.type)).toEqual(['aws.ecr.repository']);
      expect(evaluate(isMutable, asset, (id) => known.get(id), EXAMPLES_AT).truth).toBeDefined();
    }
  });

  it('a public registry is known by its address, of which nothing was read', () => {
    const [asset] = runningFrom('aws.bedrock-agentcore.runtime', /public\.ecr\.aws/);
    if (!asset) throw new Error('no such runtime');
    expect(asset.relations).toContainEqual({
      kind: 'runs-image',
      target: 'public.ecr.aws/example/research:latest',
    });
    expect(evaluate(isMutable, asset, (id) => known.get(id), EXAMPLES_AT).truth).toBeUndefined();
  });
});
