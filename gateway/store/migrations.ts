/** Ordered changes of the schema; a released one is never edited. Every table that grows starts with the commune in its key. */
export const migrations: readonly string[] = [
  `
  create table gateway_state (
    one boolean primary key default true check (one),
    generation integer not null default 1,
    safe_before text not null default '1970-01-01T00:00:00.000Z'
  );
  insert into gateway_state default values;

  create table gateway_key (
    name text primary key,
    public_key text not null,
    private_key text not null
  );

  create table commune (
    code text primary key,
    counter bigint not null default 0,
    scope_version integer not null default 1
  );

  create table device (
    commune text not null references commune (code),
    id text not null,
    name text not null,
    series text,
    token_hash text,
    public_key text,
    state text not null default 'enrolled' check (state in ('enrolled', 'active', 'revoked')),
    epoch integer not null default 1,
    last_seq bigint not null default 0,
    head text not null default '0',
    enrolled_at timestamptz not null default now(),
    registered_at timestamptz,
    primary key (commune, id)
  );
  create unique index device_id on device (id) where series is not null;
  create unique index device_series on device (series);

  create table device_epoch (
    commune text not null,
    device text not null,
    token text not null,
    epoch integer not null,
    primary key (commune, device, token)
  );

  create table clerk (
    commune text not null references commune (code),
    id text not null,
    name text not null,
    roles jsonb not null,
    primary key (commune, id)
  );

  create table clerk_key (
    commune text not null,
    clerk text not null,
    device text not null,
    public_key text not null,
    registered_at timestamptz not null default now(),
    primary key (commune, clerk, device)
  );

  create table operation (
    commune text not null,
    device text not null,
    epoch integer not null,
    seq bigint not null,
    id text not null,
    entity text not null,
    type text not null,
    clerk text not null,
    bytes text not null,
    signature text not null,
    clerk_signature text not null,
    hash text not null,
    act_hash text not null,
    result text not null,
    verdict jsonb not null,
    duplicate boolean not null,
    received_at timestamptz not null default now(),
    checked_at timestamptz,
    check_result text,
    primary key (commune, device, epoch, seq)
  );
  create unique index operation_id on operation (commune, id) where not duplicate;
  create index operation_entity on operation (commune, entity);
  create index operation_unchecked on operation (received_at) where checked_at is null;

  create table dossier (
    commune text not null,
    id text not null,
    change bigint not null,
    version integer not null,
    deleted boolean not null default false,
    provisional_code text not null,
    official_code text,
    status text not null,
    dossier jsonb not null,
    primary key (commune, id)
  );
  create unique index dossier_provisional on dossier (commune, provisional_code);
  create unique index dossier_official on dossier (official_code);
  create unique index dossier_change on dossier (commune, change);

  create table official_number (
    agency text not null,
    day text not null,
    number integer not null,
    commune text not null,
    dossier text not null,
    primary key (agency, day, number)
  );
  create table number_floor (
    agency text not null,
    day text not null,
    floor integer not null,
    primary key (agency, day)
  );

  create table attachment (
    commune text not null,
    sha256 text not null,
    bytes bigint not null,
    path text not null,
    stored_at timestamptz not null default now(),
    primary key (commune, sha256)
  );
  create table attachment_need (
    commune text not null,
    sha256 text not null,
    dossier text not null,
    primary key (commune, sha256, dossier)
  );
  create index attachment_need_dossier on attachment_need (commune, dossier);

  create table pack_set (
    commune text not null,
    hash text not null,
    effective_from text not null,
    manifest text not null,
    signature text not null,
    content text not null,
    primary key (commune, hash)
  );

  create table setting (
    commune text not null,
    key text not null,
    value jsonb not null,
    primary key (commune, key)
  );
  `,
];
