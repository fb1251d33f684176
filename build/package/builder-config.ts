import type { Configuration } from 'electron-builder';

/** What goes into the archive of the installed program: three bundles and their manifest, nothing else. */
const shipped = [
  'dist/main/**',
  'dist/preload/**',
  'dist/renderer/**',
  'package.json',
  '!**/*.map',
  '!node_modules/**',
];

/** Languages of Chromium's own texts that stay in the package. */
export const shippedLocales = ['vi', 'en-US'] as const;

/** How the installers are made. Updates come from the operator's own host and are configured by the operator. */
export const builderConfig: Configuration = {
  appId: 'vn.example.tram',
  productName: 'Tram',
  copyright: 'Apache-2.0',
  electronVersion: '45.4.1',
  asar: true,
  npmRebuild: false,
  directories: { output: 'release', buildResources: 'build/icons' },
  files: shipped,
  extraResources: ['LICENSE', 'NOTICE'],
  electronLanguages: [...shippedLocales],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  publish: null,
  linux: {
    target: ['deb', 'AppImage'],
    category: 'Office',
    executableName: 'tram',
    icon: 'build/icons/linux',
    maintainer: 'The Trạm founders <tram@example.vn>',
    synopsis: 'Workstation of a commune one-stop counter',
  },
  deb: { packageName: 'tram' },
  win: { target: ['nsis'], icon: 'build/icons/tram.ico' },
  nsis: { oneClick: false, perMachine: true, deleteAppDataOnUninstall: false },
};
