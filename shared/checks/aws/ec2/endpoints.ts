import { all, field, none, type Predicate } from '#shared/model/predicate.ts';

/** Of a VPC: no endpoint leads to the service of that name, `bedrock-runtime`. */
export const lacksEndpoint = (service: string): Predicate =>
  none(
    'VpcEndpoints',
    all(
      field('ServiceName').matches(new RegExp(`\\.${service.replaceAll('.', '\\.')}$`)),
      field('State').is('Available'),
    ),
  );
