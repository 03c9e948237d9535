import type { Protocol } from 'puppeteer-core';
import type { Replica } from '../replica/replica.ts';
import type { SeenRequest } from '../replica/types.ts';
import type { Background } from './background.ts';

/** Bytes of the requests and answers of a check, as HTTP/1.1 has them; nothing is counted of the layers below. */
export interface Traffic {
  readonly unchanged: number;
  /** Where there is a new post: the feed and the home page, which the replica does not compress. */
  readonly newPost: number;
}

/** What goes over the network during the checks of a background that knows all posts of the replica; adds one to these. */
export async function trafficOf(background: Background, replica: Replica): Promise<Traffic> {
  const unchanged = await trafficOfCheck(background, replica);
  replica.publish({ title: 'One More Post' });
  return { unchanged, newPost: await trafficOfCheck(background, replica) };
}

async function trafficOfCheck({ client, check }: Background, { requests }: Replica): Promise<number> {
  const before = requests.length;
  let heads = 0;
  const count = ({ response }: Protocol.Network.ResponseReceivedEvent) => {
    heads += response.encodedDataLength;
  };
  client.on('Network.responseReceived', count);
  await client.send('Network.enable');
  await check();
  await client.send('Network.disable');
  client.off('Network.responseReceived', count);
  return requests.slice(before).reduce((sum, request) => sum + sizeOf(request) + request.sentBytes, heads);
}

function sizeOf({ method, path, headers }: SeenRequest): number {
  const lines = [`${method} ${path} HTTP/1.1`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return Buffer.byteLength(`${lines.join('\r\n')}\r\n\r\n`);
}
