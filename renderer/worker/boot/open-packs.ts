import type { PackSet } from '../../../shared/domain/packs/pack-set.ts';
import { packSetFor, readPackSet } from '../../../shared/domain/packs/read-pack-set.ts';
import { chunkCount, readBlob } from '../files/blob.ts';
import { fromUtf8 } from '../keys/bytes.ts';
import type { MachineKeys } from '../keys/key-ring.ts';
import type { PackShelf, WorldPorts } from './office.ts';

/** Opens every pack set of the installation and checks each again against the province's key; damage throws. */
export async function openPacks(ports: WorldPorts, machine: MachineKeys): Promise<PackShelf> {
  const all: PackSet[] = [];
  const checks = { sha256: ports.digest.sha256, verify: ports.verifier.verify };
  for (const { blob, bytes, month, hash } of machine.facts.packs) {
    const key = await machine.openingKey(month);
    const text = fromUtf8(await readBlob(ports.host, key, blob, chunkCount(bytes)));
    const read = await readPackSet(JSON.parse(text), machine.facts.gatewayKey, checks);
    if (!read.ok || read.value.hash !== hash) throw new Error(`stored pack set ${hash} is damaged`);
    all.push(read.value);
  }
  const byHash = new Map(all.map((set) => [set.hash, set]));
  return { all, byHash: (hash) => byHash.get(hash), at: (instant) => packSetFor(instant, all) };
}
