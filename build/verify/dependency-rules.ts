/** Data: who may import whom. */

import type { IForbiddenRuleType, IRegularForbiddenRuleType, IRequiredRuleType } from 'dependency-cruiser';

/** Unit tests stand beside their subject and may reach further than it; they are never imported themselves. */
const tests = String.raw`\.test\.tsx?$`;

const forbid = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IForbiddenRuleType => ({ name, comment, severity: 'error', from, to });

/** `folder` may import only what `allowed` matches. */
const only = (name: string, folder: string, allowed: string, comment: string): IForbiddenRuleType =>
  forbid(name, comment, { path: folder, pathNot: tests }, { pathNot: allowed });

const npm = (...names: readonly string[]): string => `(^|/)node_modules/(${names.join('|')})/`;
const any = (...patterns: readonly string[]): string => patterns.join('|');

const shape: readonly IForbiddenRuleType[] = [
  forbid('no-cycle', 'No import goes round in a circle, types included.', {}, { circular: true }),
  forbid(
    'everything-resolves',
    'An import that leads nowhere (types are the compiler’s to find).',
    {},
    { couldNotResolve: true, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'tests-are-not-imported',
    'Tests may import everything; nothing else imports them.',
    { pathNot: any('^tests/', tests) },
    { path: any('^tests/', tests) },
  ),
];

const shared: readonly IForbiddenRuleType[] = [
  only('lib-stands-alone', '^shared/lib/', '^shared/lib/', 'shared/lib imports nothing of ours.'),
  only(
    'domain-is-pure',
    '^shared/domain/',
    any('^shared/(domain|lib)/', npm('zod')),
    'The rules of the office know lib and zod, nothing else.',
  ),
  only('ports-are-types', '^shared/ports', '^shared/(domain|lib)/', 'A port names domain types at most.'),
  only(
    'protocol-is-pure',
    '^shared/(protocol|host)/',
    any('^shared/(protocol|host|domain|lib)/', '^shared/ports', npm('zod')),
    'Messages are domain types and zod.',
  ),
  only(
    'sync-is-pure',
    '^shared/sync/',
    any('^shared/(sync|protocol|domain|lib)/', '^shared/ports', npm('zod')),
    'Sync decides; it does not do I/O.',
  ),
  only(
    'signing-by-ports',
    '^shared/signing/',
    any('^shared/(signing|lib)/', '^shared/ports', npm('pkijs', 'asn1js', '@libpdf/core')),
    'Network, keys and clock reach signing as ports.',
  ),
  forbid(
    'signing-apart',
    'No other shared folder imports shared/signing.',
    { path: '^shared/', pathNot: any('^shared/signing/', tests) },
    { path: '^shared/signing/' },
  ),
  forbid(
    'domain-order',
    'identity, fee and schedule lie below procedure, procedure below dossier; they share the words of its payloads.',
    { path: '^shared/domain/(identity|fee|schedule|procedure)/', pathNot: tests },
    { path: '^shared/domain/dossier/', pathNot: '/payloads[.]ts$' },
  ),
  forbid(
    'domain-ground',
    'identity is the ground the other domain folders stand on.',
    { path: '^shared/domain/identity/', pathNot: tests },
    { path: '^shared/domain/(?!identity/)' },
  ),
];

const page = '^renderer/(?!worker/)';
const inWorker = String.raw`^renderer/(worker/|features/[^/]+/[^/]+\.worker\.ts$)`;
const contract = String.raw`^renderer/worker/(api|messages)\.ts$`;

const renderer: readonly IForbiddenRuleType[] = [
  forbid(
    'dexie-in-the-worker',
    'Only renderer/worker opens the database.',
    { pathNot: any('^renderer/worker/', '^tests/', tests) },
    { path: npm('dexie', 'fake-indexeddb') },
  ),
  forbid(
    'features-are-islands',
    'A clerk task never imports another one.',
    { path: '^renderer/features/([^/]+)/' },
    { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  ),
  forbid(
    'features-see',
    'A feature sees shared, ui, text, app, platform and the contract of the worker.',
    { path: '^renderer/features/', pathNot: tests },
    { path: '^renderer/', pathNot: any('^renderer/(features|ui|text|app|platform)/', contract) },
  ),
  forbid(
    'ui-knows-no-domain',
    'The design system knows React, no dossier.',
    { path: '^renderer/ui/', pathNot: tests },
    { path: '^(shared/(?!lib/)|renderer/(worker|features|app|platform)/)' },
  ),
  forbid(
    'text-stands-alone',
    'Texts are tables; they know no screen.',
    { path: '^renderer/text/', pathNot: tests },
    { path: '^renderer/(?!text/)' },
  ),
  forbid(
    'platform-below-features',
    'The platform serves features and does not know them.',
    { path: '^renderer/platform/', pathNot: tests },
    { path: '^renderer/(features|app|ui)/' },
  ),
  forbid(
    'page-sees-the-contract',
    'Pages import nothing of the worker but api.ts and messages.ts.',
    { path: page, pathNot: any(inWorker, tests) },
    { path: '^renderer/worker/', pathNot: contract },
  ),
  forbid(
    'contract-is-types',
    'api.ts and messages.ts are imported as types: no code of the worker runs in a page.',
    { path: page, pathNot: any(inWorker, tests) },
    { path: contract, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'worker-sees-no-page',
    'The worker has no screen: shared, its own files and the text tables only.',
    { path: '^renderer/worker/', pathNot: tests },
    { path: any('^renderer/(?!worker/|text/)', npm('react', 'react-dom', '@mantine')) },
  ),
];

const programs: readonly IForbiddenRuleType[] = [
  forbid(
    'electron-in-adapters',
    'Only main.ts, preload.ts and thin adapters know Electron; everything else runs in plain Node.',
    { pathNot: any(String.raw`^electron/(main|preload)\.ts$`, '^electron/(ipc|desktop)/', '^tests/') },
    { path: npm('electron') },
  ),
  forbid(
    'electron-types-in-tests',
    'Requiring electron in plain Node starts its downloader: tests import its types only.',
    { path: '^tests/' },
    { path: npm('electron'), dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'electron-apart',
    'The host knows neither page nor gateway nor tools.',
    { path: '^electron/', pathNot: tests },
    { path: '^(renderer|gateway|build)/' },
  ),
  forbid(
    'gateway-apart',
    'The gateway knows neither page nor host nor tools.',
    { path: '^gateway/', pathNot: tests },
    { path: '^(renderer|electron|build)/' },
  ),
  forbid(
    'renderer-apart',
    'The window knows neither host nor gateway nor tools.',
    { path: '^renderer/', pathNot: tests },
    { path: '^(electron|gateway|build)/' },
  ),
  forbid(
    'shared-apart',
    'shared is imported by the programs and imports none of them.',
    { path: '^shared/', pathNot: tests },
    { path: '^(renderer|electron|gateway|build)/' },
  ),
];

const simulation: readonly IForbiddenRuleType[] = [
  forbid(
    'simulation-doubles-ports-only',
    'The simulator runs the shipped worker and gateway; no double of either may take their place.',
    { path: '^tests/simulation/' },
    { path: '^tests/(fakes/(memory-gateway|memory-sync-store|page-worker|page-fixtures)|contract/)' },
  ),
];

const runs = (name: string, world: string, product: string): IRequiredRuleType => ({
  name,
  comment: 'The simulator is made of the product’s own modules, not of copies of them.',
  severity: 'error',
  module: { path: world },
  to: { path: product },
});

/** What a module must import, or it is not what it says. */
export const requiredImports: readonly IRequiredRuleType[] = [
  runs(
    'simulation-runs-the-engine',
    String.raw`^tests/simulation/world/counter-window\.ts$`,
    String.raw`^renderer/worker/sync/engine\.ts$`,
  ),
  runs(
    'simulation-runs-the-worker',
    String.raw`^tests/builders/a-machine\.ts$`,
    String.raw`^renderer/worker/boot/core\.ts$`,
  ),
  runs(
    'simulation-runs-the-gateway',
    String.raw`^tests/simulation/world/province\.ts$`,
    String.raw`^gateway/http/app\.ts$`,
  ),
];

/** Who may import whom (docs/architecture.md); no exception is kept anywhere else. */
export const dependencyRules: readonly IForbiddenRuleType[] = [
  ...shape,
  ...shared,
  ...renderer,
  ...programs,
  ...simulation,
];
