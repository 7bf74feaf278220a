import type { ServerResponse } from 'node:http';
import type { JsonObject } from '#shared/model/json.ts';
import type { Api, Operation } from './api.ts';
import { toWireJson } from './wire-json.ts';
import { toWireXml } from './wire-xml.ts';

/** An error as the service names it. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const REQUEST_ID = '00000000-0000-4000-8000-000000000001';

export function success({ protocol }: Api, { name, output }: Operation, result: JsonObject): Reply {
  const headers = { 'x-amzn-requestid': REQUEST_ID };
  if (protocol === 'json' || protocol === 'rest-json')
    return {
      status: 200,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(toWireJson(output, result)),
    };
  const xml = { ...headers, 'content-type': 'text/xml' };
  if (protocol === 'ec2')
    return { status: 200, headers: xml, body: toWireXml(`${name}Response`, output, result) };
  if (protocol === 'query') {
    const inner = toWireXml(`${name}Result`, output, result);
    return {
      status: 200,
      headers: xml,
      body: `<${name}Response>${inner}<ResponseMetadata><RequestId>${REQUEST_ID}</RequestId></ResponseMetadata></${name}Response>`,
    };
  }
  const payload = output.isStructSchema()
    ? [...output.structIterator()].find(([, member]) => member.getMergedTraits().httpPayload)
    : undefined;
  if (!payload) return { status: 200, headers: xml, body: toWireXml(`${name}Output`, output, result) };
  const [member, schema] = payload;
  const value = result[member];
  if (value === undefined) return { status: 200, headers: xml, body: '' };
  return {
    status: 200,
    headers: xml,
    body: typeof value === 'string' ? value : toWireXml(member, schema, value),
  };
}

export function failure({ protocol }: Api, { code, message, status }: AwsError): Reply {
  const headers = { 'x-amzn-requestid': REQUEST_ID };
  if (protocol === 'json' || protocol === 'rest-json')
    return {
      status,
      headers: { ...headers, 'content-type': 'application/json', 'x-amzn-errortype': code },
      body: JSON.stringify({ __type: code, message }),
    };
  const error = `<Code>${code}</Code><Message>${message}</Message>`;
  return {
    status,
    headers: { ...headers, 'content-type': 'text/xml' },
    body:
      protocol === 'ec2'
        ? `<Response><Errors><Error>${error}</Error></Errors><RequestID>${REQUEST_ID}</RequestID></Response>`
        : protocol === 'query'
          ? `<ErrorResponse><Error><Type>Sender</Type>${error}</Error><RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`
          : `<Error>${error}<RequestId>${REQUEST_ID}</RequestId></Error>`,
  };
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers).end(body);
}
