import { createHash } from 'node:crypto';

/**
 * What happened, in words that are the same for the same seed: keys, signatures and the names a gateway draws for new
 * devices are chance of WebCrypto, so devices are named by their number here and codes lose their check symbol.
 */
export class Trace {
  private readonly hash = createHash('sha256');
  private readonly names: [string, string][] = [];

  constructor(private readonly tell: ((line: string) => void) | undefined) {}

  name(real: string, alias: string): void {
    this.names.push([real, alias]);
  }

  note(moment: number, ...parts: readonly (string | number | boolean | undefined)[]): void {
    const line = this.renamed([new Date(moment).toISOString(), ...parts].join(' '));
    this.hash.update(`${line}\n`);
    this.tell?.(line);
  }

  renamed(text: string): string {
    const named = this.names.reduce((line, [real, alias]) => line.replaceAll(real, alias), text);
    return named.replaceAll(/(P\d-\d{5,9})-\w/g, '$1');
  }

  digest(): string {
    return this.hash.copy().digest('hex').slice(0, 16);
  }
}
