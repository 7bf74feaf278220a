import type { ResourceType, SearchExpression, SearchRecord, SearchResponse } from '@aws-sdk/client-sagemaker';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Connector, Reading } from '../../connector.ts';
import { ReadFailure } from '../../coverage.ts';
import type { Operation } from '../../operation.ts';
import { type AwsConnector, awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources, sagemakerTags } from '../tags.ts';

/** One asset by its ARN and name. Searching gives it whole; listing does not, and it is then described. */
export interface Searched<Whole extends object = object> {
  readonly arn: string;
  readonly name: string;
  readonly whole?: Whole | undefined;
}

type Shared = 'rare' | 'events' | 'withoutEvents' | 'affected' | 'relations';

export interface SearchedDeclaration<Whole extends object> extends Pick<AwsConnector, Shared> {
  readonly resource: ResourceType;
  /** What is searched for; without it, everything of that kind. */
  readonly expression?: (reading: Reading) => SearchExpression | undefined;
  /** What a record of the search holds, less what must not be kept. */
  readonly taken: (record: SearchRecord) => Whole | undefined;
  readonly identify: (whole: Whole) => Omit<Searched, 'whole'>;
  /** The operations that together read the same as the search, where that is refused or cut short. */
  readonly instead: { readonly list: `sagemaker:${string}`; readonly describe: `sagemaker:${string}` };
  readonly list: (services: AwsServices, reading: Reading) => AsyncIterable<Omit<Searched, 'whole'>>;
  readonly describe: (services: AwsServices, named: Omit<Searched, 'whole'>) => Promise<Whole>;
  /** As the tagging API writes the type: `sagemaker:model`. */
  readonly taggedAs: string;
  /** The name in the ARN of one that is read again. */
  readonly nameOf: (arn: string) => string;
  /** Keys of the config that searching does not give either. */
  readonly parts?: Connector['operations']['parts'];
  readonly readParts?: (services: AwsServices, named: Omit<Searched, 'whole'>) => Promise<object>;
}

/** A connector of what SageMaker lets us search for: whole and with tags, a hundred to the call. */
export function searchedConnector<Whole extends object>(
  assetType: AssetType,
  declaration: SearchedDeclaration<Whole>,
): AwsConnector<Searched<Whole>> {
  const { instead, taggedAs, describe, nameOf, parts, readParts, identify, taken } = declaration;
  const search = searchElse(instead.list, instead.describe);
  const { rare, events, withoutEvents, affected, relations } = declaration;
  return awsConnector<Searched<Whole>>(assetType, {
    ...(rare === undefined ? {} : { rare }),
    ...(events === undefined ? {} : { events }),
    ...(withoutEvents === undefined ? {} : { withoutEvents }),
    ...(affected === undefined ? {} : { affected }),
    ...(relations === undefined ? {} : { relations }),
    operations: {
      list: [search],
      ...(parts === undefined ? {} : { parts }),
      // The search index follows a change late, so one that changed is described.
      find: [...awsOperations(instead.describe, 'sagemaker:ListTags'), getResources],
    },
    async *list(services, reading) {
      const missing = yield* found(services, reading, declaration, search);
      if (!missing) return;
      // What the search gave has been seen, and is not described again.
      yield* declaration.list(services, reading);
      services.remark(search, missing, 'the operations that list and describe were asked instead');
    },
    identify: ({ arn, name }) => ({ id: arn, name }),
    async read(services, named) {
      const { arn, whole } = named;
      return {
        ...(whole ?? { ...(await describe(services, named)), Tags: await services.tagsOf(taggedAs, arn) }),
        ...(await readParts?.(services, named)),
      };
    },
    async find(services, arn) {
      const described = await describe(services, { arn, name: nameOf(arn) });
      const whole = { ...described, Tags: await sagemakerTags(services, arn) };
      return { ...identify(whole), whole };
    },
  });

  /** What the search gives, and at the end the outcome that makes it less than everything. */
  async function* found(
    services: AwsServices,
    reading: Reading,
    { resource, expression }: Pick<SearchedDeclaration<Whole>, 'resource' | 'expression'>,
    operation: Operation,
  ): AsyncGenerator<Searched<Whole>, ReadFailure['outcome'] | undefined> {
    let received = 0;
    let counted: SearchResponse['TotalHits'];
    try {
      const pages = services.sagemaker.pages(
        'Search',
        { Resource: resource, MaxResults: 100, SearchExpression: expression?.(reading) },
        ['Results'],
      );
      for await (const { Results = [], TotalHits } of pages) {
        received += Results.length;
        counted = TotalHits ?? counted;
        for (const record of Results) {
          const whole = taken(record);
          yield whole ? { ...identify(whole), whole } : { arn: '', name: '' };
        }
      }
    } catch (error) {
      // A service that is not offered here has nothing to list either.
      if (error instanceof ReadFailure && error.outcome !== 'unavailable') return error.outcome;
      throw error;
    }
    const { Value: hits = received } = counted ?? {};
    if (hits <= received) return undefined;
    services.remark(operation, 'failed', `the search gave ${received} of ${hits} hits`);
    return 'failed';
  }
}

/** The search, and what stands in for it. */
const searchElse = (list: `sagemaker:${string}`, describe: `sagemaker:${string}`): Operation => ({
  ...awsOperation('sagemaker:Search'),
  orElse: awsOperations(list, describe),
});
