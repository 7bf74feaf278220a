import { grpc, IamProtos } from 'google-gax';
import type { JsonObject } from '#shared/model/json.ts';
import type { GrpcSeam } from '#shared/remediation/access.ts';
import { setPolicy } from './policies.ts';
import type { GcpEstate } from './server.ts';

const { Policy, SetIamPolicyRequest } = IamProtos.google.iam.v1;

/** `aiplatform.endpoints.setIamPolicy`, by the collection that the resource is of. */
const operationOf = ({ resource }: SetRequest): string =>
  `aiplatform.${resource.split('/').at(-2)}.setIamPolicy`;

/** google.iam.v1.IAMPolicy, as far as it writes; it is read over REST. */
const service = {
  setIamPolicy: {
    path: '/google.iam.v1.IAMPolicy/SetIamPolicy',
    requestStream: false,
    responseStream: false,
    requestSerialize: (request: SetRequest) => Buffer.from(SetIamPolicyRequest.encode(request).finish()),
    requestDeserialize: (bytes: Buffer): SetRequest => SetIamPolicyRequest.decode(bytes),
    responseSerialize: (policy: SetPolicy) => Buffer.from(Policy.encode(policy).finish()),
    responseDeserialize: (bytes: Buffer): SetPolicy => Policy.decode(bytes),
  },
} as const;

type SetRequest = InstanceType<typeof SetIamPolicyRequest>;
type SetPolicy = InstanceType<typeof Policy>;

export interface VertexPolicies {
  readonly grpc: GrpcSeam;
  /** Whom the calls named as their resource, and the routing header that Google wants of them. */
  readonly calls: { readonly resource: string; readonly routing: string }[];
  /** Is told of a call when it arrives, before it is looked at. */
  meanwhile: (operation: string, policy: JsonObject) => void;
  close(): Promise<void>;
}

/** The gRPC side of the estate: sets the IAM policies of resources of Vertex AI, with the faults of its REST side. */
export async function startVertexPolicies({ state, faults }: GcpEstate): Promise<VertexPolicies> {
  const calls: VertexPolicies['calls'] = [];

  const policies: VertexPolicies = {
    grpc: { apiEndpoint: '127.0.0.1', port: 0, sslCreds: grpc.credentials.createInsecure() },
    calls,
    meanwhile: () => undefined,
    close: async () => server.forceShutdown(),
  };

  function answer(request: SetRequest): JsonObject | { readonly code: grpc.status } {
    const fault = faults.take(operationOf(request));
    if (fault?.kind === 'denied') return { code: grpc.status.PERMISSION_DENIED };
    if (fault?.kind === 'server-error') return { code: grpc.status.INTERNAL };
    const found = Object.values(state.projects)
      .flatMap(({ collections }) => Object.values(collections).flat())
      .find(({ name }) => name === request.resource);
    if (!found) return { code: grpc.status.NOT_FOUND };
    const written = setPolicy(found, policyIn(request));
    if (written === 'stale-etag') return { code: grpc.status.ABORTED };
    if (typeof written === 'string') return { code: grpc.status.INVALID_ARGUMENT };
    // The change is made, and the caller never hears of it.
    return fault?.kind === 'cut' ? { code: grpc.status.UNAVAILABLE } : written;
  }

  const server = new grpc.Server();
  server.addService(service, {
    setIamPolicy: (
      call: grpc.ServerUnaryCall<SetRequest, SetPolicy>,
      reply: grpc.sendUnaryData<SetPolicy>,
    ) => {
      const [routing = ''] = call.metadata.get('x-goog-request-params');
      calls.push({ resource: call.request.resource, routing: routing.toString() });
      policies.meanwhile(operationOf(call.request), policyIn(call.request));
      const answered = answer(call.request);
      if ('code' in answered) reply({ code: Number(answered['code']), details: 'refused' });
      else reply(null, Policy.fromObject(answered));
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return Object.assign(policies, { grpc: { ...policies.grpc, port } });
}

/** The policy as JSON has it: without what is not set. */
const policyIn = (request: SetRequest): JsonObject =>
  JSON.parse(JSON.stringify(SetIamPolicyRequest.toObject(request, { bytes: String })['policy'] ?? {}));
