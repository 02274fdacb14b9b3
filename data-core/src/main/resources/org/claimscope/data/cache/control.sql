-- The control store (H2): what was delivered, what is where, what went wrong, who looked. The manifest commit is the truth.
-- Runs at every opening, so that a store of an earlier version gets the tables and columns that came later.

create table if not exists delivery (
    id bigint primary key,
    feed varchar(200) not null,
    source varchar(100) not null,
    entity varchar(50) not null,
    file_name varchar(1000) not null,
    file_hash char(64) not null,
    file_bytes bigint not null,
    profile varchar(200) not null,
    load_type varchar(20) not null,
    raw_id varchar(50) not null,
    raw_bytes bigint not null,
    received_at timestamp(6) with time zone not null,
    undone_at timestamp(6) with time zone
);
-- The fields that its whole records say nothing about, separated by commas.
alter table delivery add column if not exists untold varchar(4000) default '' not null;
create index if not exists delivery_by_hash on delivery (feed, file_hash);

-- The manifest: a segment that is not listed here does not exist.
create table if not exists segment (
    id varchar(50) primary key,
    delivery_id bigint not null references delivery (id),
    entity varchar(50) not null,
    row_count bigint not null,
    -- True when some row replaces an older version: only then does loading have to fold versions.
    supersedes boolean not null,
    file_bytes bigint not null
);

-- Files with the rows of many small segments, whose own files are gone then; each row knows its delivery.
create table if not exists pack (
    id varchar(50) primary key,
    entity varchar(50) not null,
    -- How often its rows were put together.
    tier int not null,
    row_count bigint not null,
    file_bytes bigint not null
);
alter table segment add column if not exists pack_id varchar(50) references pack (id);

create table if not exists checkpoint (
    feed varchar(200) primary key,
    delivery_id bigint not null references delivery (id),
    load_type varchar(20) not null,
    watermark_column varchar(200),
    watermark date
);
-- How far the source itself was read, in its own terms: where the next incremental read starts.
alter table checkpoint add column if not exists read_to varchar(4000);

create table if not exists run_log (
    id bigint generated always as identity primary key,
    run_id varchar(50) not null,
    feed varchar(200) not null,
    entity varchar(50) not null,
    delivery_id bigint references delivery (id),
    status varchar(20) not null,
    message varchar(4000),
    rows_in bigint not null,
    rows_loaded bigint not null,
    rows_unchanged bigint not null,
    rows_closed bigint not null,
    rows_quarantined bigint not null,
    billed decimal(38, 2),
    paid decimal(38, 2),
    content_hash varchar(64),
    started_at timestamp(6) with time zone not null,
    duration_ms bigint not null
);

create table if not exists quarantine (
    id bigint generated always as identity primary key,
    delivery_id bigint not null references delivery (id),
    line bigint not null,
    column_name varchar(200) not null,
    reason varchar(50) not null,
    explanation varchar(1000) not null,
    original varbinary(1048576) not null,
    status varchar(20) not null,
    resolved_at timestamp(6) with time zone,
    note varchar(1000)
);
create index if not exists quarantine_by_status on quarantine (status, id);

create table if not exists audit_entry (
    seq bigint primary key,
    at timestamp(6) with time zone not null,
    actor varchar(200) not null,
    action varchar(50) not null,
    resource varchar(1000) not null,
    purpose varchar(200) not null,
    detail varchar(8000) not null,
    hash char(64) not null
);

-- Messages that were told to be safe and are in no delivery yet. The delivery that takes them deletes them in its own transaction.
-- A key of one number costs H2 no index: each page that a commit touches is written again.
create table if not exists inbox (
    id bigint primary key,
    -- The id of its first part: H2 holds a megabyte in one value, longer messages have several.
    message_id bigint not null,
    feed varchar(200) not null,
    size int not null,
    content varbinary(1048576) not null
);
-- What it is, which decides what it may share a delivery with; and where it was, for people.
alter table inbox add column if not exists kind varchar(20) default 'HL7' not null;
alter table inbox add column if not exists place varchar(400) default '' not null;

-- Every message that came lately, so that a repeat is known. A sender's control ids grow, which keeps neighbours together.
create table if not exists received (
    id bigint primary key,
    feed varchar(200) not null,
    message_key varchar(200) not null,
    hash binary(32) not null,
    received_at timestamp(6) with time zone not null
);
create unique index if not exists received_by_key on received (feed, message_key, hash);

-- Which messages a delivery took, so that undoing it lets them come again.
create table if not exists intake (
    delivery_id bigint primary key references delivery (id),
    feed varchar(200) not null,
    first_id bigint not null,
    last_id bigint not null
);

-- How far a feed's source was read, such as a partition's offset, in the transaction of what was read.
create table if not exists feed_position (
    feed varchar(200) not null,
    name varchar(200) not null,
    reached varchar(200) not null,
    primary key (feed, name)
);

-- Pairs of numbers that were found to be two people, by the name of the pair (identity.Candidate#code).
create table if not exists identity_apart (
    code char(12) primary key,
    decided_at timestamp(6) with time zone not null
);
