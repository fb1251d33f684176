/** Addresses of the screens, in the hash of the page. */
export const paths = {
  home: '/quay',
  intake: '/tiep-nhan',
  dossiers: '/ho-so',
  dossierPattern: '/ho-so/:id',
  dossier: (id: string) => `/ho-so/${id}`,
  outbox: '/dong-bo',
} as const;
