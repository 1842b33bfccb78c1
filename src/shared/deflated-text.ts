/** Text as a compressed piece of an address, and back; what it means is the caller's business. */
import { fromBase64, toBase64 } from './base64';

/** base64url without padding: safe behind the hash, which browsers send to no server. */
export async function packText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = toBase64(await new Response(stream).bytes());
  return packed.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws when it was cut or changed, is no UTF-8, or unpacks to more than `limit` bytes */
export async function unpackText(packed: string, limit: number): Promise<string> {
  const bytes = fromBase64(packed.replaceAll('-', '+').replaceAll('_', '/'));
  return readAtMost(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), limit);
}

/** A few bytes can unpack to gigabytes: reading ends at the limit. */
async function readAtMost(stream: ReadableStream<Uint8Array>, limit: number): Promise<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
